; The installer of one user: no administrator, nothing outside the user's own folders.
; `python -m scripts.installer` lays out STAGE and gives STAGE, TARGET and TITLE.

Unicode true
Target amd64-unicode
RequestExecutionLevel user
Name "${TITLE}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\TongHop"
SetCompressor /SOLID lzma

!define MENU "$SMPROGRAMS\TongHop"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\TongHop"

Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Section
  ; An older version goes first: a module it had must not stay.
  RMDir /r "$INSTDIR\python"
  SetOutPath "$INSTDIR\python"
  File /r "${STAGE}/python/*"
  ExecWait '"$INSTDIR\python\python.exe" -I -c "import cli; cli.main()" addin install' $0
  IntCmp $0 0 installed
    SetErrorLevel 2
    Abort
  installed:
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateDirectory "${MENU}"
  !include "${STAGE}/shortcuts.nsh"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
SectionEnd

Section Uninstall
  ExecWait '"$INSTDIR\python\python.exe" -I -c "import cli; cli.main()" addin uninstall'
  RMDir /r "$INSTDIR\python"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir /r "${MENU}"
  Delete "$DESKTOP\TongHop.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
