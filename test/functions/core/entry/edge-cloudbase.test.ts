import { createCloudbaseMain } from '../../../../functions/core/io/entry/edge-cloudbase'
import type { Entry } from '../../../../functions/core/io/entry/entry'
import type { Envelope } from '../../../../functions/core/io/entry/envelope'
import { openBench, type Bench } from './probe'

const arrivals: Envelope[] = []
const recorder = (entry: Entry): Entry => ({
  ...entry,
  handle: (envelope) => {
    arrivals.push(envelope)
    return entry.handle(envelope)
  },
})

let bench: Bench
beforeEach(async () => {
  arrivals.length = 0
  bench = await openBench()
})
afterEach(() => bench.close())

const main = (event: unknown, context: unknown) =>
  createCloudbaseMain('probe', async () => recorder(bench.entry))(event, context)
const client = {
  environment: JSON.stringify({ WX_OPENID: 'o-1', TCB_SOURCE: 'wx_client', WX_CLIENTIP: '10.1.2.3' }),
}
const timer = { environment: JSON.stringify({ TCB_SOURCE: 'wx_trigger' }) }
const timerEvent = { Type: 'Timer', TriggerName: 'job', Time: '2026-11-24T02:00:00Z', Message: '' }

describe('CloudBase: a call from the mini-program', () => {
  it('arrives with the OPENID and address of the context, and headers in lower case', async () => {
    const reply = await main(
      {
        procedure: 'echo',
        input: { text: 'ab' },
        headers: { 'Accept-Language': 'en', 'Idempotency-Key': 'abcdefgh', Odd: 7 },
      },
      client,
    )
    expect(reply).toMatchObject({
      status: 200,
      body: { text: 'ab', language: 'en', key: 'abcdefgh', address: '10.1.2.3' },
    })
    expect(arrivals).toEqual([
      {
        procedure: 'probe/echo',
        input: { text: 'ab' },
        headers: { 'accept-language': 'en', 'idempotency-key': 'abcdefgh' },
        source: { openid: 'o-1' },
        address: '10.1.2.3',
      },
    ])
  })

  it('reads the older context, `k=v;…`, too', async () => {
    await main(
      { procedure: 'echo', input: { text: 'ab' } },
      { environ: 'TCB_ENV=e;WX_OPENID=o=2;TCB_SOURCE=wx_client' },
    )
    expect(arrivals[0]?.source).toEqual({ openid: 'o=2' })
  })

  it('answers status, headers and body, never a code of its own', async () => {
    for (const event of [
      { procedure: 'echo', input: { text: 'ab' } },
      { procedure: 'none' },
      {},
      null,
      'text',
      timerEvent,
    ]) {
      expect(Object.keys(await main(event, client)).sort()).toEqual(['body', 'headers', 'status'])
    }
  })

  it.each([[{}], [null], ['text'], [[]], [{ procedure: 7 }], [{ input: {} }]])(
    '%j is malformed',
    async (event) => {
      expect(await main(event, client)).toMatchObject({
        status: 400,
        body: { code: 'MALFORMED', traceId: expect.stringMatching(/^\w{18}$/) },
      })
    },
  )
})

describe('CloudBase: what an event claims about its caller counts for nothing', () => {
  it('userInfo is not an identity', async () => {
    await main(
      { procedure: 'echo', input: { text: 'ab' }, userInfo: { openId: 'o-victim', appId: 'a' } },
      { environment: '{}' },
    )
    expect(arrivals[0]?.source).toEqual({})
  })
  it('source, OPENID and environment in the event are not looked at', async () => {
    await main(
      {
        procedure: 'echo',
        input: {},
        source: { openid: 'o-victim', timer: 'job' },
        OPENID: 'o-victim',
        environment: '{"WX_OPENID":"o-victim"}',
      },
      client,
    )
    expect(arrivals[0]?.source).toEqual({ openid: 'o-1' })
  })
  it.each([
    ['a client', client],
    ['WeChat’s HTTP API', { environment: '{"TCB_SOURCE":"wx_http"}' }],
    ['another function', { environment: '{"TCB_SOURCE":"wx_trigger,scf"}' }],
    ['nobody in particular', {}],
    ['a client whose context says timer', { environment: '{"TCB_SOURCE":"wx_trigger","WX_OPENID":"o-1"}' }],
    ['a broken context', { environment: '{"TCB_SOURCE":"wx_trigger"' }],
    ['no context', undefined],
  ])('a timer’s event sent by %s is not a timer', async (_, context) => {
    expect((await main({ ...timerEvent, procedure: 'job' }, context)).body).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(arrivals[0]?.source?.timer).toBeUndefined()
  })
})

describe('CloudBase: a timer', () => {
  it('is what the context calls one, and runs the procedure of its name', async () => {
    expect(await main(timerEvent, timer)).toMatchObject({ status: 200, body: { by: 'job' } })
    expect(await main(timerEvent, { environ: 'TCB_SOURCE=wx_trigger' })).toMatchObject({ status: 200 })
  })
  it('without a name is malformed', async () => {
    expect(await main({ Type: 'Timer' }, timer)).toMatchObject({ body: { code: 'MALFORMED' } })
  })
})
