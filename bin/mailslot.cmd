@echo off
rem Starts the mailslot command, and builds it first when it was never built. Needs a JDK of 17 or newer.
setlocal
set "root=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

if not exist "%root%\cli\target\lib" (
  echo mailslot: building mailslot4j ^(first start only, about a minute^) ... 1>&2
  call "%root%\mvnw.cmd" -q -B -Dquick -f "%root%\pom.xml" -pl cli -am package 1>&2 || exit /b 1
)
for %%j in ("%root%\cli\target\mailslot4j-cli-*.jar") do (
  echo %%~nj | findstr /e /c:"-sources " /c:"-javadoc " > nul || set "jar=%%j"
)
rem As in bin/mailslot: captures may be long, and then it pays to compile well.
set "compile=-XX:TieredStopAtLevel=1"
if "%~1"=="decode" set "compile=-XX:FreqInlineSize=80 -XX:NewSize=16m -XX:MaxNewSize=16m"
if "%~1"=="report" set "compile=-XX:FreqInlineSize=80 -XX:NewSize=16m -XX:MaxNewSize=16m"
"%java%" %compile% -XX:+UseSerialGC -cp "%jar%" io.mailslot4j.cli.Main %*
