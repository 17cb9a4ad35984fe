@echo off
rem Starts Limbeck with the Java of JAVA_HOME, else with the one on the PATH.
rem
rem   LIMBECK_JAVA_OPTS   more options for the Java virtual machine, separated by spaces
setlocal

for %%i in ("%~dp0..") do set "LIMBECK_HOME_DIR=%%~fi"

if defined JAVA_HOME (
  set "JAVA_CMD=%JAVA_HOME%\bin\java.exe"
) else (
  set "JAVA_CMD=java.exe"
)

set "JAVA_VERSION_FOUND="
for /f "tokens=3" %%v in ('""%JAVA_CMD%" -version 2>&1" ^| findstr /r /c:" version "') do (
  if not defined JAVA_VERSION_FOUND set "JAVA_VERSION_FOUND=%%~v"
)
if not defined JAVA_VERSION_FOUND goto nojava

set "JAVA_MAJOR="
for /f "tokens=1,2 delims=.-+_" %%a in ("%JAVA_VERSION_FOUND%") do (
  if "%%a"=="1" (set "JAVA_MAJOR=%%b") else (set "JAVA_MAJOR=%%a")
)
if %JAVA_MAJOR% LSS 17 goto oldjava

rem SQLite's driver loads a native library, which Java 24 and later warns of unless it is allowed.
set "NATIVE_OPT="
if %JAVA_MAJOR% GEQ 24 set "NATIVE_OPT=--enable-native-access=ALL-UNNAMED"

"%JAVA_CMD%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto "-Dpicocli.converters.excludes=java[.](time|sql)[.].*" %NATIVE_OPT% %LIMBECK_JAVA_OPTS% ^
  "-Dlimbeck.home=%LIMBECK_HOME_DIR%" -cp "%LIMBECK_HOME_DIR%\lib\*" dev.limbeck.cli.Main %*
exit /b %ERRORLEVEL%

:nojava
>&2 echo LMB-003 Limbeck needs Java 17 or newer.
>&2 echo   "%JAVA_CMD%" does not run.
>&2 echo   Install a JDK, or set JAVA_HOME to the directory of one.
exit /b 3

:oldjava
>&2 echo LMB-003 Limbeck needs Java 17 or newer.
>&2 echo   "%JAVA_CMD%" is Java %JAVA_VERSION_FOUND%.
>&2 echo   Install a JDK, or set JAVA_HOME to the directory of one.
exit /b 3
