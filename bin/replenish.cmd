@echo off
rem Runs Replenish on Windows: needs Java 17 or later and a built replenish.jar.
setlocal
set "java=java.exe"
if defined JAVA_HOME goto java_home
where java.exe >nul 2>nul || goto no_java
goto find_jar

:java_home
set "java=%JAVA_HOME%\bin\java.exe"
if not exist "%java%" goto bad_java_home

:find_jar
set "jar=%REPLENISH_JAR%"
if not defined jar if exist "%~dp0..\lib\replenish.jar" set "jar=%~dp0..\lib\replenish.jar"
if not defined jar if exist "%~dp0replenish.jar" set "jar=%~dp0replenish.jar"
if not defined jar set "jar=%~dp0..\target\replenish.jar"
if not exist "%jar%" goto no_jar

set "kind=-XX:TieredStopAtLevel=1 -XX:CICompilerCount=1 -Xmn12m"
if "%~1"=="mcp" set "kind=-Xmn32m"
"%java%" -XX:+UseSerialGC %kind% -Xms64m -Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %REPLENISH_JAVA_OPTS% -cp "%jar%" dev.replenish.cli.Main %*
exit /b %ERRORLEVEL%

:no_java
echo replenish: Replenish needs Java 17 or later, and no java is on PATH. Install one, or set JAVA_HOME. 1>&2
exit /b 2

:bad_java_home
echo replenish: JAVA_HOME is set, but "%java%" does not exist. 1>&2
exit /b 2

:no_jar
echo replenish: found no jar at "%jar%". In a checkout, run mvn -B -Dquick package first, or set REPLENISH_JAR. 1>&2
exit /b 2
