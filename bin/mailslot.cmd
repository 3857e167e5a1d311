@echo off
rem Starts the mailslot command, and builds it first when it was never built. Needs a JDK of 17 or newer.
setlocal
set "root=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

if not exist "%root%\cli\target\lib" (
  echo mailslot: building mailslot4j ^(first start only, about a minute^) ... 1>&2
  rem Without standard input, which is for put.
  call "%root%\mvnw.cmd" -q -B -Dquick -f "%root%\pom.xml" -pl cli -am package 1>&2 < nul || exit /b 1
)
rem The newest one. A variable of that name may be somebody else's.
set "jar="
for /f "delims=" %%j in ('dir /b /od "%root%\cli\target\mailslot4j-cli-*.jar" ^| findstr /v /c:"-sources.jar" /c:"-javadoc.jar"') do set "jar=%root%\cli\target\%%j"
if not defined jar (
  echo mailslot: no command in "%root%\cli\target": remove that folder and start again 1>&2
  exit /b 1
)
rem As in bin/mailslot: captures may be long, and then it pays to compile well.
set "compile=-XX:TieredStopAtLevel=1"
if "%~1"=="decode" set "compile=-XX:FreqInlineSize=80 -XX:NewSize=16m -XX:MaxNewSize=16m"
if "%~1"=="report" set "compile=-XX:FreqInlineSize=80 -XX:NewSize=16m -XX:MaxNewSize=16m"
"%java%" %compile% -XX:+UseSerialGC -cp "%jar%" io.mailslot4j.cli.Main %*
