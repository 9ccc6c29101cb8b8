#!/usr/bin/env bash
# The kernel as a device: CPU time in ticks, load and free memory, a header line and then about 19 lines a second.
echo 't,user,system,idle,load1,memfree_kB'
while :; do
    read -r _ user _ system idle _ </proc/stat
    read -r load _ </proc/loadavg
    while read -r key value _; do [ "$key" = MemFree: ] && break; done </proc/meminfo
    echo "$(date +%s.%N),$user,$system,$idle,$load,$value" || exit
    sleep 0.05
done
