/** What an outside address may be, and what is taken of an answer. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { checkedBase, outsideHttp } from '../../../../functions/core/io/outside/http'

it.each([
  'ftp://pay.example.cn',
  'pay.example.cn',
  'http://pay.example.cn',
  'https://user:secret@pay.example.cn',
  'https://pay.example.cn/?key=secret',
  'https://pay.example.cn/#x',
])('%s is refused, and not repeated', (address) => {
  expect(() => checkedBase(address)).toThrow(RangeError)
  expect(() => checkedBase(address)).not.toThrow(/secret|example/)
})

it.each([
  ['https://pay.example.cn/v1/', 'https://pay.example.cn/v1'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
])('%s is used', (given, used) => expect(checkedBase(given)).toBe(used))

it('encodes its path, follows nobody elsewhere, and takes no endless answer', async () => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.url ?? '')
    if (request.url === '/v1/away') response.writeHead(302, { location: '/v1/there' }).end()
    else if (request.url === '/v1/long') response.end('x'.repeat(65 * 1024))
    else response.end('{"ok":true}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const http = outsideHttp({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` })
  const { signal } = new AbortController()
  const get = (...path: readonly string[]) => http({ method: 'GET', path, signal })
  expect(await get('a/../b', '?x')).toEqual({ status: 200, body: { ok: true } })
  await expect(get('away')).rejects.toThrow()
  await expect(get('long')).rejects.toThrow('too long')
  expect(seen).toEqual(['/v1/a%2F..%2Fb/%3Fx', '/v1/away', '/v1/long'])
  server.closeAllConnections()
  server.close()
})
