import { createLambdaHandler } from '../../../../functions/core/io/entry/edge-lambda'
import { openBench, type Bench } from './probe'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const handler = (event: unknown) => createLambdaHandler('probe', async () => bench.entry)(event)
const http = (over: Record<string, unknown> = {}) => ({
  version: '2.0',
  rawPath: '/api/probe/echo',
  headers: { 'Content-Type': 'application/json', 'accept-language': 'en' },
  body: JSON.stringify({ text: 'ab' }),
  isBase64Encoded: false,
  requestContext: { http: { method: 'POST', path: '/api/probe/echo', sourceIp: '10.9.8.7' } },
  ...over,
})
const bodyOf = (reply: { body: string }): Record<string, unknown> =>
  JSON.parse(reply.body) as Record<string, unknown>

describe('Lambda: HTTP API version 2', () => {
  it('answers status, headers and a JSON text', async () => {
    const reply = await handler(http())
    expect(reply).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    })
    expect(bodyOf(reply)).toMatchObject({ text: 'ab', address: '10.9.8.7', language: 'en' })
  })
  it('decodes base64 bodies', async () => {
    const body = Buffer.from(JSON.stringify({ text: '税帮' })).toString('base64')
    expect(bodyOf(await handler(http({ body, isBase64Encoded: true })))).toMatchObject({ text: '税帮' })
  })
  it.each([
    ['malformed JSON', http({ body: '{"text":' }), 400, 'MALFORMED'],
    [
      'bytes that are not UTF-8',
      http({ body: Buffer.from([0x22, 0xff, 0x22]).toString('base64'), isBase64Encoded: true }),
      400,
      'MALFORMED',
    ],
    ['an unknown path', http({ rawPath: '/api/probe' }), 404, 'NO_PROCEDURE'],
    ['an unknown procedure', http({ rawPath: '/api/probe/none' }), 404, 'NO_PROCEDURE'],
    ['another function’s procedure', http({ rawPath: '/api/other/echo' }), 404, 'NO_PROCEDURE'],
    ['GET', http({ requestContext: { http: { method: 'GET' } } }), 405, 'METHOD'],
    ['another content type', http({ headers: { 'content-type': 'text/plain' } }), 415, 'UNSUPPORTED'],
    [
      'a packed body',
      http({ headers: { 'content-type': 'application/json', 'content-encoding': 'br' } }),
      415,
      'UNSUPPORTED',
    ],
    ['a body over 100 kB', http({ body: JSON.stringify({ text: 'a'.repeat(102_400) }) }), 413, 'TOO_LARGE'],
    ['an empty body', http({ body: undefined }), 400, 'INVALID_INPUT'],
  ])('%s', async (_, event, status, code) => {
    const reply = await handler(event)
    expect(reply.statusCode).toBe(status)
    expect(bodyOf(reply)).toMatchObject({ code, traceId: expect.any(String) })
  })
})

describe('Lambda: schedules', () => {
  it('run the procedure they name', async () => {
    expect(bodyOf(await handler({ timer: 'job' }))).toEqual({ by: 'job' })
    expect(
      bodyOf(
        await handler({
          source: 'aws.events',
          'detail-type': 'Scheduled Event',
          resources: ['arn:aws:events:r:1:rule/shuibang-prod-job'],
        }),
      ),
    ).toEqual({ by: 'job' })
  })
  it('throw when they fail, so that the platform counts it', async () => {
    await expect(handler({ timer: 'none' })).rejects.toThrow('NO_PROCEDURE')
  })
  it('cannot be forged over HTTP', async () => {
    const reply = await handler(
      http({
        timer: 'job',
        source: 'aws.events',
        resources: ['rule/x-job'],
        rawPath: '/api/probe/job',
        body: '{}',
      }),
    )
    expect(bodyOf(reply)).toMatchObject({ code: 'FORBIDDEN' })
    expect(bodyOf(await handler({ timer: 'job', requestContext: {} }))).toMatchObject({ code: 'MALFORMED' })
  })
  it.each([[null], ['text'], [{}], [[]], [{ source: 'aws.events' }]])('%j is malformed', async (event) => {
    expect(bodyOf(await handler(event))).toMatchObject({ code: 'MALFORMED' })
  })
})
