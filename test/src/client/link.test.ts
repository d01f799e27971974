import Taro from '../../harness/taro/taro'
import { link } from '../../../src/client/link'
import { ApiError } from '../../../src/client/errors'

const call = {
  service: 'appointments',
  procedure: 'halls',
  input: { a: 1 },
  headers: { 'Accept-Language': 'en' },
}
const before = process.env['TARO_ENV']
afterEach(() => {
  if (before === undefined) delete process.env['TARO_ENV']
  else process.env['TARO_ENV'] = before
})

test('on the web a call is a POST whose body is the input', async () => {
  Taro.request.mockResolvedValue({ statusCode: 200, data: { halls: [] } })
  expect(await link(call)).toEqual({ status: 200, body: { halls: [] } })
  expect(Taro.request.mock.calls[0]?.[0]).toMatchObject({
    url: '/api/appointments/halls',
    method: 'POST',
    data: '{"a":1}',
    header: { 'Accept-Language': 'en', 'Content-Type': 'application/json' },
  })
})

test('inside WeChat a call is a cloud function with one envelope', async () => {
  process.env['TARO_ENV'] = 'weapp'
  Taro.cloud.callFunction.mockResolvedValue({ result: { status: 409, headers: {}, body: { code: 'X' } } })
  expect(await link(call)).toEqual({ status: 409, body: { code: 'X' } })
  expect(Taro.cloud.callFunction).toHaveBeenCalledWith({
    name: 'appointments',
    data: { procedure: 'halls', input: { a: 1 }, headers: { 'Accept-Language': 'en' } },
  })
})

test.each([['h5'], ['weapp']])('an answer says when it was given (%s)', async (platform) => {
  process.env['TARO_ENV'] = platform
  const headers = { 'x-server-time': '1800000000000' }
  Taro.request.mockResolvedValue({ statusCode: 200, data: {}, header: headers })
  Taro.cloud.callFunction.mockResolvedValue({ result: { status: 200, headers, body: {} } })
  expect(await link(call)).toMatchObject({ serverTime: 1_800_000_000_000 })
})

test('a body that arrives as text is read', async () => {
  process.env['TARO_ENV'] = 'weapp'
  Taro.cloud.callFunction.mockResolvedValue({ result: { status: 200, body: '{"a":1}' } })
  expect(await link(call)).toEqual({ status: 200, body: { a: 1 } })
})

test.each([['h5'], ['weapp']])('a call that never comes back is OFFLINE (%s)', async (platform) => {
  process.env['TARO_ENV'] = platform
  Taro.request.mockRejectedValue({ errMsg: 'request:fail' })
  Taro.cloud.callFunction.mockRejectedValue(new Error('timeout'))
  await expect(link(call)).rejects.toMatchObject({ name: 'ApiError', code: 'OFFLINE', retry: true })
  await expect(link(call)).rejects.toBeInstanceOf(ApiError)
})

test('a platform that throws for a refusal still answers with it', async () => {
  Taro.request.mockRejectedValue({ status: 404, data: { code: 'NOT_FOUND' } })
  expect(await link(call)).toEqual({ status: 404, body: { code: 'NOT_FOUND' } })
})
