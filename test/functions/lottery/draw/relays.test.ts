/** Relays are asked one after the other, and none is believed. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fetchBeacon } from '../../../../functions/lottery/draw/relays'
import { QUICKNET } from '../../../../functions/lottery/rules/draw/chain'
import { REAL_BEACONS } from '../../../harness/draw/quicknet'

const [real, another] = REAL_BEACONS
const said = ({ round, signature, randomness }: typeof real) => ({ round, signature, randomness })
const ANSWERS: Readonly<Record<string, { readonly status?: number; readonly body: string }>> = {
  right: { body: JSON.stringify(said(real)) },
  gone: { status: 404, body: '{}' },
  garbled: { body: '<html>' },
  otherRound: { body: JSON.stringify(said(another)) },
  forged: { body: JSON.stringify({ ...said(another), round: real.round }) },
  list: { body: '[]' },
}

let server: Server
let base = ''
const asked: string[] = []
beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url)
    const name = url.split('/')[1] ?? ''
    const answer = ANSWERS[name]
    // A relay that says nothing: its patience runs out.
    if (!answer) return
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const fetched = (...relays: readonly string[]) =>
  fetchBeacon({
    chain: QUICKNET,
    round: real.round,
    relays: relays.map((name) => (name.includes(':') ? name : `${base}/${name}`)),
    patience: 300,
  })

test('the first right answer is taken, after every kind of wrong one', async () => {
  expect(await fetched('gone', 'garbled', 'otherRound', 'forged', 'list', 'silent', 'right')).toEqual({
    ok: true,
    beacon: real,
  })
  expect(asked.at(-1)).toBe(`/right/${QUICKNET.hash}/public/${real.round}`)
})

test('when none is right, each is told with its reason', async () => {
  const answer = await fetched('gone', 'otherRound', 'forged', 'list', 'http://127.0.0.1:1')
  if (answer.ok) throw new Error('none was right')
  expect(answer.tried.map(({ why }) => why)).toEqual([
    'status 404',
    'otherRound',
    'badSignature',
    'malformed',
    expect.stringMatching(/fetch failed/),
  ])
})
