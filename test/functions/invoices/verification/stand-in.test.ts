/** The stand-in refuses what the real service says that it refuses, and takes what Tencent's own client sends. */
import { Agent } from 'node:http'
import { connect } from 'node:net'
import { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import { dayOf } from '../../../../functions/core/pure/time'
import { tencentVerifier } from '../../../../functions/invoices/verification/tencent'
import { CREDENTIALS, OCR_HOST, startInvoices } from '../../../harness/outside/invoices'
import { openBench, electronic, type Bench } from './bench'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const { signal } = new AbortController()

it.each([
  ['another key id', { secretId: 'AKIDofSomebodyElse' }, 'AuthFailure.SecretIdNotFound'],
  ['another key', { secretKey: 'keyOfSomebodyElse' }, 'AuthFailure.SignatureFailure'],
  ['another region', { region: 'ap-nowhere' }, 'UnsupportedRegion'],
])('%s is refused', async (_, change, code) => {
  const configuration = { ...bench.server.configuration, ...change }
  const verifier = tencentVerifier(configuration, bench.parts)
  expect(await verifier.verify(electronic.question, signal)).toEqual({ outcome: 'unreachable', why: code })
  expect(bench.server.refused).toEqual([code])
  expect(bench.server.asked).toEqual([])
})

it.each([
  [-301, 'AuthFailure.SignatureExpire'],
  [-300, undefined],
  [300, undefined],
  [301, 'AuthFailure.SignatureExpire'],
])('a clock that is %i seconds off: %s', async (seconds, code) => {
  const clock = (): number => bench.time.now + seconds * 1000
  const verifier = tencentVerifier(bench.server.configuration, { ...bench.parts, clock })
  const answer = await verifier.verify(electronic.question, signal)
  expect(answer).toMatchObject(code === undefined ? { outcome: 'match' } : { why: code })
})

/** A request of our own making, signed for another body, host or content type. */
const sendSigned = async (change: { body?: string; headers?: Record<string, string>; path?: string }) => {
  const { baseUrl } = bench.server.configuration
  let sent: { headers: Headers; body: string } | undefined
  const real = globalThis.fetch
  globalThis.fetch = (input, init) => {
    sent = { headers: new Headers(init?.headers), body: String(init?.body) }
    return real(input, init)
  }
  await bench.verifier.verify(electronic.question, signal)
  globalThis.fetch = real
  if (!sent) throw new Error('nothing was sent')
  const headers = { ...Object.fromEntries(sent.headers), ...change.headers }
  const reply = await fetch(`${baseUrl}${change.path ?? '/'}`, {
    method: 'POST',
    headers,
    body: change.body ?? sent.body,
  })
  return (await reply.json()) as { Response: { Error?: { Code: string } } }
}

it.each([
  ['nothing', {}, undefined],
  ['the body', { body: '{"InvoiceNo":"26512000000000000002"}' }, 'AuthFailure.SignatureFailure'],
  ['the content type', { headers: { 'content-type': 'application/json' } }, 'AuthFailure.SignatureFailure'],
  ['the content type’s kind', { headers: { 'content-type': 'text/plain' } }, 'InvalidRequest'],
  ['the path', { path: '/proxy' }, 'UnsupportedProtocol'],
  ['the action', { headers: { 'x-tc-action': 'VatInvoiceVerify' } }, 'InvalidAction'],
  ['the version', { headers: { 'x-tc-version': '2017-03-12' } }, 'NoSuchVersion'],
  ['the second', { headers: { 'x-tc-timestamp': '1795485601' } }, 'AuthFailure.SignatureFailure'],
  ['the authorization', { headers: { authorization: 'Bearer x' } }, 'AuthFailure.InvalidAuthorization'],
])('what is changed after signing is refused: %s', async (_, change, code) => {
  expect((await sendSigned(change)).Response.Error?.Code).toBe(code)
})

it('takes what Tencent’s own client signs and sends', async () => {
  // Their client stamps its requests by the clock of this machine.
  const server = await startInvoices(Date.now)
  const issued = { ...electronic.issued, date: dayOf(Date.now()) }
  server.issue(issued)
  const agent = new Agent()
  agent.createConnection = () => connect(server.port, '127.0.0.1')
  const client = new CommonClient(OCR_HOST, '2018-11-19', {
    credential: CREDENTIALS,
    region: 'ap-shanghai',
    profile: { httpProfile: { protocol: 'http://', agent } },
  })
  const answer: unknown = await client.request('VatInvoiceVerifyNew', {
    InvoiceNo: issued.number,
    InvoiceDate: issued.date,
    InvoiceKind: issued.kind,
    Amount: issued.total,
    EnableTodayInvoice: true,
  })
  expect(answer).toMatchObject({ Invoice: { Number: issued.number, IsAbandoned: 'N' } })
  agent.destroy()
  await server.close()
})
