Option Explicit

' Pure functions: what the ribbon runs, as text. They read and change nothing.

Private Const SAFE_LETTERS As String = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"

' The command line of a button; blank when anything in it is not as it must be.
Public Function TongHopCommandLine(ByVal Interpreter As String, ByVal Tag As String, ByVal BookName As String, ByVal Handle As String) As String
    If Not TongHopIsInterpreter(Interpreter) Then Exit Function
    If Not TongHopIsTag(Tag) Then Exit Function
    If Not TongHopIsNumber(Handle) Then Exit Function
    TongHopCommandLine = Chr(34) & Interpreter & Chr(34) & " -I -m addin " & Tag & " --from_xl=1 --hwnd=" & Handle & " --wb=" & TongHopCoded(BookName)
End Function

' Whether a path is that of a Python and can stand between quotes: Shell.Run replaces %NAME% in whatever it gets.
Public Function TongHopIsInterpreter(ByVal File As String) As Boolean
    Dim FileName As String
    If InStr(File, Chr(34)) > 0 Or InStr(File, "%") > 0 Then Exit Function
    If Mid(File, 2, 2) <> ":\" And Left(File, 2) <> "\\" Then Exit Function
    FileName = LCase(Mid(File, Len(TongHopFolder(File)) + 1))
    TongHopIsInterpreter = (FileName = "pythonw.exe" Or FileName = "python.exe")
End Function

' The folder of a file, with its last backslash.
Public Function TongHopFolder(ByVal File As String) As String
    Dim Place As Long
    For Place = Len(File) To 1 Step -1
        If Mid(File, Place, 1) = "\" Then Exit For
    Next Place
    TongHopFolder = Left(File, Place)
End Function

Public Function TongHopIsNumber(ByVal Said As String) As Boolean
    Dim Place As Long
    For Place = 1 To Len(Said)
        If InStr("0123456789", Mid(Said, Place, 1)) = 0 Then Exit Function
    Next Place
    TongHopIsNumber = Len(Said) > 0
End Function

' A text in safe letters only; any other UTF-16 unit as ~ and its four hexadecimal digits.
Public Function TongHopCoded(ByVal Said As String) As String
    Dim Place As Long
    Dim Letter As String
    Dim Coded As String
    For Place = 1 To Len(Said)
        Letter = Mid(Said, Place, 1)
        If InStr(1, SAFE_LETTERS, Letter, vbBinaryCompare) > 0 Then
            Coded = Coded & Letter
        Else
            Coded = Coded & "~" & Right("000" & Hex(AscW(Letter) And &HFFFF&), 4)
        End If
    Next Place
    TongHopCoded = Coded
End Function
