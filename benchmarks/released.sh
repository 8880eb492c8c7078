# Sets $incentives to a released build (ReadyToRun), made when it is older than the sources. To be read by the other scripts, which set $root.
released="$root/benchmarks/.released"
if [ ! -x "$released/incentives" ] || [ -n "$(find "$root/src" -name '*.cs' -newer "$released/incentives" -print -quit)" ]; then
    dotnet publish "$root/src/Incentives.Cli" -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/released.lock.json -o "$released" -v quiet --nologo
    touch "$released/incentives"
fi
incentives="$released/incentives"
