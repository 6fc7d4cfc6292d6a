// The library verbatim for JavaScript, in browsers and in Node. verbatim.d.ts
// describes what is exported.

import { bytes, sha256 } from './program.js'

// How long, in milliseconds, a reading that nobody waits for any more may go on
// before its worker is ended: a new worker costs about as much.
const patience = 200

const workerFile = new URL('./verbatim-worker.js', import.meta.url)
// The hash parts the versions in every cache.
const programFile = new URL(`./verbatim.wasm?v=${sha256.slice(0, 16)}`, import.meta.url)

export class VerbatimError extends Error {
  constructor(reason, message, options) {
    super(message, options)
    this.name = 'VerbatimError'
    this.reason = reason
  }
}

export class Reader {
  #file
  #onProgress
  #program // a promise of the compiled program, once it is asked for
  #worker // the worker, once it is started
  #starting = false
  #tasks = [] // the first is at work if #busy
  #busy = false
  #closed = false

  constructor({ program = programFile, onProgress = () => {} } = {}) {
    this.#file = new URL(program, import.meta.url)
    this.#onProgress = onProgress
  }

  async load() {
    await this.version()
  }

  async parse(text, options) {
    return JSON.parse(await this.parseToJSON(text, options))
  }

  parseToJSON(text, options) {
    return this.#ask('parse', text, options)
  }

  page(text, options) {
    return this.#ask('page', text, options)
  }

  flatten(text, options) {
    return this.#ask('flatten', text, options)
  }

  version() {
    return this.#ask('version', '')
  }

  close() {
    this.#closed = true
    this.#endWorker()
    for (const task of this.#tasks.splice(0)) {
      task.settle(task.reject, new VerbatimError('closed', 'the reader has been closed'))
    }
    this.#busy = false
  }

  #ask(call, text, { signal, ...options } = {}) {
    return new Promise((resolve, reject) => {
      if (typeof text !== 'string') throw new TypeError('the text is not a string')
      if (this.#closed) throw new VerbatimError('closed', 'the reader has been closed')
      signal?.throwIfAborted()
      const task = { args: [call, text, JSON.stringify(options)], resolve, reject, settled: false }
      const abort = () => this.#abandon(task, signal.reason)
      task.settle = (how, value) => {
        task.settled = true
        signal?.removeEventListener('abort', abort)
        how(value)
      }
      signal?.addEventListener('abort', abort)
      this.#tasks.push(task)
      this.#next()
    })
  }

  // Rejects a task whose answer nobody wants any more.
  #abandon(task, reason) {
    task.settle(task.reject, reason)
    if (!this.#busy || this.#tasks[0] !== task) {
      this.#tasks.splice(this.#tasks.indexOf(task), 1)
      return
    }
    const timer = setTimeout(() => {
      if (this.#busy && this.#tasks[0] === task) {
        this.#endWorker()
        this.#finish()
      }
    }, patience)
    timer.unref?.()
  }

  // Gives the worker the first task, if it has none.
  #next() {
    if (this.#busy || this.#tasks.length === 0) return
    if (!this.#worker) {
      this.#start()
      return
    }
    this.#busy = true
    this.#worker.ref?.()
    this.#worker.postMessage(this.#tasks[0].args)
  }

  // Ends the first task, which has been answered or given up.
  #finish() {
    this.#tasks.shift()
    this.#busy = false
    if (this.#tasks.length === 0) this.#worker?.unref?.() // Node may end
    this.#next()
  }

  async #start() {
    if (this.#starting) return
    this.#starting = true
    try {
      this.#program ??= loadProgram(this.#file, this.#onProgress)
      const worker = await startWorker(await this.#program, message => this.#answer(worker, message), error => this.#crash(worker, error))
      if (this.#closed) worker.terminate()
      else this.#worker = worker
    } catch (error) {
      this.#program = undefined // the next article tries again
      const failure = new VerbatimError('load', `verbatim could not be loaded: ${error.message}`, { cause: error })
      for (const task of this.#tasks.splice(0)) task.settle(task.reject, failure)
    } finally {
      this.#starting = false
    }
    this.#next()
  }

  #answer(worker, { value, error, options }) {
    if (worker !== this.#worker) return
    const task = this.#tasks[0]
    if (!task.settled) {
      if (error === undefined) task.settle(task.resolve, value)
      else task.settle(task.reject, new VerbatimError(options ? 'options' : 'internal', error))
    }
    this.#finish()
  }

  #crash(worker, error) {
    if (worker !== this.#worker) return
    this.#endWorker()
    const task = this.#busy && this.#tasks[0]
    if (!task) return
    if (!task.settled) task.settle(task.reject, new VerbatimError('internal', `verbatim has stopped: ${error?.message ?? 'it gives no reason'}`, { cause: error }))
    this.#finish()
  }

  #endWorker() {
    this.#worker?.terminate()
    this.#worker = undefined
  }
}

// Starts a worker that has the program, and returns it when it is ready.
async function startWorker(program, onMessage, onCrash) {
  const Worker = globalThis.Worker ?? (await import('node:worker_threads')).Worker
  const worker = new Worker(workerFile, { type: 'module', name: 'verbatim' })
  await new Promise((resolve, reject) => {
    let ready = false
    const crash = error => (ready ? onCrash(error) : reject(error instanceof Error ? error : new Error(error?.message || 'the worker does not start')))
    listen(worker, 'message', message => {
      if (ready) return onMessage(message)
      ready = true
      if (message.error === undefined) resolve()
      else reject(new Error(message.error))
    })
    listen(worker, 'error', crash)
    listen(worker, 'messageerror', crash)
    listen(worker, 'exit', () => crash(new Error('the worker has ended'))) // Node's alone
    worker.postMessage(program)
  })
  worker.unref?.()
  return worker
}

// Listens to a worker of a browser or of Node.
function listen(worker, type, use) {
  if (worker.on) worker.on(type, use)
  else worker.addEventListener(type, event => use(type === 'message' ? event.data : event))
}

async function loadProgram(file, onProgress) {
  if (file.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises')
    return WebAssembly.compile(await readFile(file))
  }
  const body = countBytes(await fetchProgram(file), loaded => onProgress({ loaded: Math.min(loaded, bytes), total: bytes }))
  return WebAssembly.compileStreaming(new Response(body, { headers: { 'content-type': 'application/wasm' } }))
}

// Fetches the program in the smallest form: compressed by the server or, from one
// that does not compress, as the file that is compressed already.
async function fetchProgram(file) {
  const response = await fetch(file)
  if (!response.ok) throw new Error(`${file.pathname}: ${response.status} ${response.statusText}`)
  if (response.headers.has('content-encoding') || typeof DecompressionStream === 'undefined') return response.body
  const packed = await fetch(new URL(`${file.pathname}.gz${file.search}`, file)).catch(() => undefined)
  if (!packed?.ok) return response.body
  response.body.cancel()
  if (packed.headers.has('content-encoding')) return packed.body // and the browser has unpacked it
  return packed.body.pipeThrough(new DecompressionStream('gzip'))
}

function countBytes(body, onBytes) {
  let count = 0
  return body.pipeThrough(new TransformStream({
    transform(chunk, controller) {
      onBytes((count += chunk.length))
      controller.enqueue(chunk)
    },
  }))
}

let shared
const sharedReader = () => (shared ??= new Reader())

export const parse = (text, options) => sharedReader().parse(text, options)
export const parseToJSON = (text, options) => sharedReader().parseToJSON(text, options)
export const page = (text, options) => sharedReader().page(text, options)
export const flatten = (text, options) => sharedReader().flatten(text, options)
export const version = () => sharedReader().version()
