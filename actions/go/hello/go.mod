module wasmwhisk/actions/hello

go 1.21
