@echo off
rem Runs Replenish on Windows, with a jar that is built already. In an archive it starts the runtime in ..\lib\runtime,
rem which has the program in it; JAVA_HOME and PATH don't matter there.
rem
rem   JAVA_HOME            the Java to use; else the one on PATH
rem   REPLENISH_JAR        the jar to use; else ..\lib\replenish.jar, replenish.jar beside this file or the checkout's own
rem   REPLENISH_JAVA_OPTS  more options for Java, separated by blanks
rem
rem Outside an archive there is no class-data archive, so that a start takes longer than with bin/replenish.
setlocal EnableExtensions DisableDelayedExpansion

set "java=%~dp0..\lib\runtime\bin\java.exe"
set start=-m dev.replenish/dev.replenish.cli.Main
if not defined REPLENISH_JAR if exist "%java%" goto options

set "home="
set "java="
if not defined JAVA_HOME goto java_on_path
set "home=%JAVA_HOME:"=%"
set "java=%home%\bin\java.exe"
if not exist "%java%" goto bad_java_home
goto check_java

:java_on_path
for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java goto no_java
for %%j in ("%java%") do set "home=%%~dpj.."

:check_java
set "version="
if exist "%home%\release" for /f "usebackq tokens=1,2 delims==" %%a in ("%home%\release") do if "%%a"=="JAVA_VERSION" set "version=%%~b"
if not defined version for /f "tokens=1-3" %%a in ('""%java%" -version 2^>^&1"') do if "%%b"=="version" set "version=%%~c"
if not defined version goto unknown_java
set "major="
for /f "tokens=1,2 delims=.-+_" %%a in ("%version%") do if "%%a"=="1" (set "major=%%b") else (set "major=%%a")
if not defined major goto unknown_java
if %major% LSS 17 goto old_java

set "given="
if defined REPLENISH_JAR set "given=%REPLENISH_JAR:"=%"
if defined given goto given_jar
set "jar=%~dp0..\lib\replenish.jar"
if exist "%jar%" goto check_jar
set "jar=%~dp0replenish.jar"
if exist "%jar%" goto check_jar
set "jar=%~dp0..\target\replenish.jar"
if exist "%jar%" goto check_jar
goto no_jar

:given_jar
set "jar=%given%"
if not exist "%jar%" goto bad_jar

:check_jar
if not "%jar:;=%"=="%jar%" goto split_jar
set start=-cp "%jar%" dev.replenish.cli.Main

:options
rem The same as in bin/replenish, where it is explained: a server has both compilers, and options of one's own win.
set "collector=-XX:+UseSerialGC"
set "compilers=-XX:TieredStopAtLevel=1 -XX:CICompilerCount=1"
set "heap=-Xms64m -Xmn12m"
set "crash=-XX:ErrorFile=NUL"

:next_word
if [%1]==[] goto words_done
if [%1]==[mcp] goto server
if [%1]==["mcp"] goto server
shift /1
goto next_word

:server
set "compilers="
set "heap=-Xms64m -Xmn32m"

:words_done
rem What others want logged for every Java would come between our own words.
if defined JAVA_TOOL_OPTIONS set "JAVA_TOOL_OPTIONS=%JAVA_TOOL_OPTIONS:-verbose:gc=%"
if defined JDK_JAVA_OPTIONS set "JDK_JAVA_OPTIONS=%JDK_JAVA_OPTIONS:-verbose:gc=%"
if defined _JAVA_OPTIONS set "_JAVA_OPTIONS=%_JAVA_OPTIONS:-verbose:gc=%"
set "given=%JAVA_TOOL_OPTIONS% %JDK_JAVA_OPTIONS% %_JAVA_OPTIONS% %REPLENISH_JAVA_OPTS% "
set "given=%given:"=%"
if not "%given:GC =%"=="%given%" set "collector=" & set "heap="
if not "%given:-Xm=%"=="%given%" set "heap="
if not "%given:Heap=%"=="%given%" set "heap="
if not "%given:New=%"=="%given%" set "heap="
if not "%given:RAM=%"=="%given%" set "heap="
if not "%given:Tiered=%"=="%given%" set "compilers="
if not "%given:Compil=%"=="%given%" set "compilers="
if not "%given:JVMCI=%"=="%given%" set "compilers="
if not "%given:ErrorFile=%"=="%given%" set "crash="
if not "%given:@=%"=="%given%" set "collector=" & set "compilers=" & set "heap="
if not "%given:-XX:Flags=%"=="%given%" set "collector=" & set "compilers=" & set "heap="
if not "%given:VMOptionsFile=%"=="%given%" set "collector=" & set "compilers=" & set "heap="

rem Java has arguments in the code page of the system, with question marks for what that lacks, but variables in
rem Unicode. So the words are given in both ways. No quotes around them: they have their own.
set REPLENISH_WORDS=%*
"%java%" %collector% %compilers% %heap% %crash% -XX:+DisplayVMOutputToStderr -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %REPLENISH_JAVA_OPTS% %start% %*
exit /b %ERRORLEVEL%

:no_java
echo replenish: Replenish needs Java 17 or later, and no java is on PATH. Install one, or set JAVA_HOME. 1>&2
exit /b 2

:bad_java_home
echo replenish: JAVA_HOME is "%home%", but no bin\java.exe is there. 1>&2
echo replenish: Set JAVA_HOME to Java 17 or later, or unset it to use the Java on PATH. 1>&2
exit /b 2

:unknown_java
echo replenish: Replenish needs Java 17 or later, and "%java%" does not say which it is. 1>&2
echo replenish: Set JAVA_HOME to Java 17 or later. 1>&2
exit /b 2

:old_java
echo replenish: Replenish needs Java 17 or later; found %major% at "%java%". 1>&2
echo replenish: Set JAVA_HOME to a newer one. 1>&2
exit /b 2

:bad_jar
echo replenish: REPLENISH_JAR is "%jar%", but no such file is there. 1>&2
exit /b 2

:split_jar
echo replenish: Java can't run a jar whose path has a semicolon: "%jar%". Move it, or set REPLENISH_JAR. 1>&2
exit /b 2

:no_jar
echo replenish: found no replenish.jar in "%~dp0..\lib", "%~dp0" or "%~dp0..\target". 1>&2
echo replenish: In a checkout, run mvn -B -Dquick package first. Elsewhere, set REPLENISH_JAR. 1>&2
exit /b 2
