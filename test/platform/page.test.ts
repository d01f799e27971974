import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRunning, type Running } from './running'

const HTML =
  '<!doctype html><title>税帮</title><script>window.scale = 1</script><script src="/js/app.1a2b3c4d.js"></script><div id="app"></div>'

let running: Running
let root = ''
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'page-'))
  mkdirSync(join(root, 'js'))
  writeFileSync(join(root, 'index.html'), HTML)
  writeFileSync(join(root, 'js/app.1a2b3c4d.js'), 'window.started = true')
  writeFileSync(join(root, 'js/plain.js'), 'window.plain = true')
  writeFileSync(join(root, 'js/big.js'), 'window.big = 1;'.repeat(200))
  running = await startRunning({ webRoot: root, origins: ['https://tax.example.cn'] })
})
afterAll(async () => {
  await running.close()
  rmSync(root, { recursive: true, force: true })
})

describe('the web page', () => {
  it('is served at its one address, checked each time', async () => {
    for (const path of ['/', '/index.html', '/?from=share']) {
      const answer = await running.send(path, {})
      expect([path, answer.status, answer.text]).toEqual([path, 200, HTML])
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      expect(answer.headers.get('etag')).toBeTruthy()
    }
  })
  it('is not sent again to those who have it', async () => {
    const etag = (await running.send('/', {})).headers.get('etag') ?? ''
    expect((await running.send('/', { headers: { 'if-none-match': etag } })).status).toBe(304)
  })
  it('keeps hashed files for a year, others not', async () => {
    expect((await running.send('/js/app.1a2b3c4d.js', {})).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    )
    expect((await running.send('/js/plain.js', {})).headers.get('cache-control')).toBe('no-cache')
  })
  it('runs its own scripts and those written in it, and nobody else’s', async () => {
    const { headers } = await running.send('/', {})
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self' 'sha256-b9r+YWB1RBvu8hjccZneXjdjvW9gvCWUDztsQa7jjCE='")
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
  })
  it('is pressed for those who can unpress it', async () => {
    const big = (await running.send('/js/big.js', {})).headers
    expect([big.get('content-encoding'), big.get('vary')]).toEqual(['gzip', 'accept-encoding'])
    expect(
      (await running.send('/js/big.js', { headers: { 'accept-encoding': 'identity' } })).headers.get(
        'content-encoding',
      ),
    ).toBeNull()
  })
  it('stays as it was when its files are built anew or taken away', async () => {
    rmSync(join(root, 'js/plain.js'))
    expect(await running.send('/js/plain.js', {})).toMatchObject({ status: 200, text: 'window.plain = true' })
  })
  it('takes no posts', async () => {
    const answer = await running.send('/', { method: 'POST', body: 'x' })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
  })
  it('answers a missing file with 404, not with the page', async () => {
    const answer = await running.send('/js/missing.00000000.js', {})
    expect([answer.status, answer.text]).toEqual([404, 'Not found'])
  })
  it.each(['/nowhere', '/packages/booking/hall/index', '/js', '/js/', '/%zz', '/apix'])(
    'answers %s with 404 and a page that helps on, in both languages',
    async (path) => {
      const answer = await running.send(path, {})
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
      expect(answer.text).toContain('没有这个页面')
      expect(answer.text).toContain('There is no such page')
      expect(answer.text).toContain('<a href="/">')
      const style = /<style>([\s\S]*)<\/style>/.exec(answer.text)?.[1] ?? ''
      const hash = createHash('sha256').update(style).digest('base64')
      expect(answer.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`)
    },
  )
  it('answers an unknown address of the API as the API does', async () => {
    const answer = await running.post('/api/nowhere', {})
    expect([answer.status, answer.body.code]).toEqual([404, 'NO_PROCEDURE'])
  })
})

describe('other sites’ pages', () => {
  const preflight = (origin: string) =>
    running.send('/api/appointments/halls', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
  it('may call when the operator names them', async () => {
    const answer = await preflight('https://tax.example.cn')
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://tax.example.cn')
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect(
      (await running.post('/api/appointments/halls', {}, { origin: 'https://tax.example.cn' })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBe('https://tax.example.cn')
    expect(
      (await running.post('/api/accounts/me', {}, { origin: 'https://tax.example.cn' })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBe('https://tax.example.cn')
  })
  it.each(['https://evil.example', 'https://tax.example.cn.evil.example', 'null', 'http://tax.example.cn'])(
    '%s may not',
    async (origin) => {
      expect(await preflight(origin)).toMatchObject({ status: 405 })
      expect(
        (await running.post('/api/appointments/halls', {}, { origin })).headers.get(
          'access-control-allow-origin',
        ),
      ).toBeNull()
    },
  )
})
