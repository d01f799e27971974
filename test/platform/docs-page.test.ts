/** The API document in a real browser: it is drawn, it can call a procedure, and nothing leaves the host. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { startRunning, type Running } from './running'

let running: Running
beforeAll(async () => {
  running = await startRunning()
})
afterAll(() => running.close())

interface Seen {
  /** Of the function that was opened. */
  readonly operations: number
  /** Functions. */
  readonly tags: number
  readonly status: string
  readonly requests: readonly string[]
  readonly complaints: readonly string[]
}

const browse = (): Promise<Seen> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(__dirname, 'docs-in-browser.mjs'), running.url])
    const [out, err]: [string[], string[]] = [[], []]
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes.toString('utf8')))
    child.stderr.on('data', (bytes: Buffer) => err.push(bytes.toString('utf8')))
    child.once('exit', (code) =>
      code === 0 ? resolve(JSON.parse(out.join('')) as Seen) : reject(new Error(err.join(''))),
    )
  })

it('is drawn under its content policy, and asks nobody but its own host', async () => {
  const { operations, tags, status, requests, complaints } = await browse()
  expect(operations).toBeGreaterThan(15)
  expect(tags).toBeGreaterThanOrEqual(10)
  expect(status).toMatch(/^200/)
  expect(requests).toContain(`${running.url}/api/appointments/halls`)
  expect(
    requests.filter((request) => !request.startsWith(`${running.url}/`) && !request.startsWith('data:')),
  ).toEqual([])
  expect(complaints).toEqual([])
}, 60_000)
