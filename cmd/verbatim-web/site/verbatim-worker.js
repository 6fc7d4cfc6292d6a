// The worker of verbatim.js: it gets the compiled program, says when it is ready,
// and answers one call after the other.

import './wasm_exec.js'

const port = globalThis.postMessage ? globalThis : (await import('node:worker_threads')).parentPort

let functions

function receive(message) {
  if (functions) {
    const [call, ...args] = message
    port.postMessage(functions[call](...args))
    return
  }
  start(message).then(() => port.postMessage({}), error => port.postMessage({ error: error.message }))
}

if (port.on) port.on('message', receive)
else port.addEventListener('message', event => receive(event.data))

async function start(program) {
  const go = new Go()
  const instance = await WebAssembly.instantiate(program, go.importObject)
  functions = await new Promise((resolve, reject) => {
    globalThis.receiveVerbatim = resolve
    // It ends if there is a fault that the program cannot report itself.
    go.run(instance).then(() => {
      const ended = new Error('the program has ended')
      reject(ended)
      setTimeout(() => { throw ended })
    }, reject)
  })
}
