@echo off
rem Starts the launcher with whatever java there is; it finds a JDK 25 and builds what is missing or stale.
java "%~dp0harness\src\main\launcher\Launcher.java" "%~dp0." %*
