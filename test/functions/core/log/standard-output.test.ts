/** Lines reach a pipe whole and in order, however slowly it is read; a pipe that nobody reads any more stops nobody. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

const dir = mkdtempSync(join(tmpdir(), 'output-'))
const compiled = join(dir, 'standard-output.js')
beforeAll(
  () =>
    void buildSync({
      entryPoints: ['functions/core/io/log/standard-output.ts'],
      outfile: compiled,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    }),
)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** The child's end of the pipe does not block, as when another process that shares it has made it so. */
const WRITER = `
const { writeOut } = require(process.argv[1])
process.stdout._handle.setBlocking(false)
for (let line = 0; line < 400; line++) writeOut(line + ' ' + '税'.repeat(500) + '\\n')
process.stderr.write('done')
`
const start = () => spawn(process.execPath, ['-e', WRITER, compiled], { stdio: ['ignore', 'pipe', 'pipe'] })
const endOf = (child: ReturnType<typeof start>) =>
  new Promise<{ code: number | null; errors: string }>((resolve) => {
    let errors = ''
    child.stderr.on('data', (chunk) => (errors += String(chunk)))
    child.on('close', (code) => resolve({ code, errors }))
  })

describe('standard output', () => {
  it('waits for a slow reader and loses nothing', async () => {
    const child = start()
    const ended = endOf(child)
    const chunks: Buffer[] = []
    await new Promise((resolve) => setTimeout(resolve, 300))
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    expect(await ended).toEqual({ code: 0, errors: 'done' })
    const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n')
    expect(lines).toEqual(Array.from({ length: 400 }, (_, line) => `${line} ${'税'.repeat(500)}`))
  })

  it('goes on when nobody reads', async () => {
    const child = start()
    const ended = endOf(child)
    child.stdout.destroy()
    expect(await ended).toEqual({ code: 0, errors: 'done' })
  })
})
