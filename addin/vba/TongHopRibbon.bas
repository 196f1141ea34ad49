Option Explicit

' The only procedure the ribbon calls. Which interpreter runs stands in the user's own registry; of the
' workbook in front nothing but its name is looked at, and that travels in letters that mean nothing to a shell.

Private Const RECORDED As String = "HKCU\Software\TongHop\Interpreter"
Private Const WARNING_SIGN As Long = 48
Private Const TOLD As Long = 3

Public Sub TongHopNutBam(control As IRibbonControl)
    Dim Runner As Object
    Dim CommandLine As String
    Dim Code As Long
    On Error GoTo Failed
    Set Runner = CreateObject("WScript.Shell")
    CommandLine = TongHopCommandLine(TongHopInterpreter(Runner), control.Tag, TongHopWorkbook(), CStr(Application.Hwnd))
    If CommandLine = "" Then
        Runner.Popup TongHopNotInstalled(), 0, TongHopTitle(), WARNING_SIGN
        Exit Sub
    End If
    Runner.CurrentDirectory = TongHopFolder(TongHopInterpreter(Runner))
    Code = Runner.Run(CommandLine, 1, True)
    If Code <> 0 And Code <> TOLD Then
        Runner.Popup TongHopNotStarted() & " (" & CStr(Code) & ")", 0, TongHopTitle(), WARNING_SIGN
    End If
    Exit Sub
Failed:
    MsgBox "TongHop: " & CStr(Err.Number) & " " & Err.Description, vbExclamation
End Sub

Private Function TongHopInterpreter(ByVal Runner As Object) As String
    On Error Resume Next
    TongHopInterpreter = Runner.RegRead(RECORDED)
End Function

Private Function TongHopWorkbook() As String
    If Not ActiveWorkbook Is Nothing Then TongHopWorkbook = ActiveWorkbook.Name
End Function
