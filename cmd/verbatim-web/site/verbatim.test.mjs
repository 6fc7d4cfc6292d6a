// Tests of verbatim.js in Node: node --test verbatim.test.mjs, with the folder of
// a built site in SITE and what Go makes of articles in EXPECTED: a JSON list of
// {name, text, options, record}, with spans in bytes.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'

const site = pathToFileURL(`${process.env.SITE}/`)
const { Reader, VerbatimError, flatten, page, parse, parseToJSON, version } = await import(new URL('verbatim.js', site))
const expected = JSON.parse(readFileSync(process.env.EXPECTED, 'utf8'))

// spansOf calls use for each span of a part of a record.
function spansOf(part, use) {
  if (typeof part !== 'object' || part === null) return
  if ('start' in part) use(part)
  for (const value of Object.values(part)) spansOf(value, use)
}

// withoutSpans is a part of a record with spans of nothing.
function withoutSpans(part) {
  const copy = structuredClone(part)
  spansOf(copy, span => { span.start = span.end = 0 })
  return copy
}

for (const { name, text, options, record } of expected) {
  test(`the record of ${name} is that of Go`, async () => {
    assert.deepEqual(await parse(text, { ...options, units: 'bytes' }), record)
    // In JavaScript's own units each span is the same piece of the text.
    const inUnits = await parse(text, options)
    assert.deepEqual(withoutSpans(inUnits), withoutSpans(record))
    const bytes = Buffer.from(text)
    const pieces = []
    spansOf(record, ({ start, end }) => pieces.push(bytes.subarray(start, end).toString()))
    const slices = []
    spansOf(inUnits, ({ start, end }) => slices.push(text.slice(start, end)))
    assert.ok(pieces.length > 0)
    assert.deepEqual(slices, pieces)
  })
}

const long = 'the mayor said on monday that the bridge would stay closed and nobody told us '.repeat(20_000)

test('half a character counts as one unit', async () => {
  const text = '\ud800 “We will stay,” Ada Holm said.'
  const { messages } = await parse(text)
  assert.equal(text.slice(messages[0].content[0].start, messages[0].content[0].end), 'We will stay')
})

test('page, flatten, version and JSON', async () => {
  const text = '“We will <b>stay</b>,” Ada Holm said.'
  const html = await page(text, { title: 'A title' })
  assert.match(html, /^<!DOCTYPE html>/)
  assert.match(html, /A title/)
  assert.doesNotMatch(html, /<b>stay/)
  assert.equal(await flatten(text), 'we will b stay b ada holm said')
  assert.match(await version(), /^v\d+\.\d+\.\d+/)
  const json = await parseToJSON(text, { id: 'x' })
  assert.deepEqual(JSON.parse(json), await parse(text, { id: 'x' }))
})

test('wrong options are told, and the next article is read', async () => {
  for (const options of [{ prefer: 'sideways' }, { published: 'soon' }, { nothing: 1 }, { names: [{}] }]) {
    await assert.rejects(parse('a text', options), error => error instanceof VerbatimError && error.reason === 'options')
  }
  await assert.rejects(parse(undefined), TypeError)
  assert.deepEqual((await parse('')).messages, [])
})

test('who asks first is answered first', async () => {
  const order = []
  await Promise.all(['one', 'two', 'three'].map(id => parse('“Yes,” Bo said.', { id }).then(document => order.push(document.id))))
  assert.deepEqual(order, ['one', 'two', 'three'])
})

test('an outdated reading makes room for the next one', async () => {
  const reader = new Reader()
  await reader.load()
  const outdated = new AbortController()
  const waiting = new AbortController()
  const first = reader.parse(long, { signal: outdated.signal })
  const second = reader.parse(long, { signal: waiting.signal })
  const third = reader.parse('“Yes,” Bo said.')
  setTimeout(() => {
    outdated.abort()
    waiting.abort(new Error('not that one either'))
  }, 50)
  await assert.rejects(first, { name: 'AbortError' })
  await assert.rejects(second, /not that one either/)
  assert.equal((await third).messages.length, 1)
  await assert.rejects(reader.parse('a text', { signal: outdated.signal }), { name: 'AbortError' })
  reader.close()
})

test('a closed reader says so', async () => {
  const reader = new Reader()
  const reading = reader.parse(long)
  reader.close()
  const closed = error => error instanceof VerbatimError && error.reason === 'closed'
  await assert.rejects(reading, closed)
  await assert.rejects(reader.parse('a text'), closed)
})

test('a program that is missing or none is told, each time', async () => {
  const failed = error => error instanceof VerbatimError && error.reason === 'load'
  for (const program of ['./nothing.wasm', './package.json']) {
    const reader = new Reader({ program: new URL(program, site) })
    await assert.rejects(reader.parse('a text'), failed)
    await assert.rejects(reader.load(), failed)
    reader.close()
  }
})
