/** `npm run data` inside the test, folders that it cleans up, and a deployment with something in it. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Services } from '../../../functions/core/io/context'
import { runData } from '../../../platform/data/cli'
import { demo } from '../../../platform/demo'
import { startRunning, type Running } from '../running'

const made: string[] = []
/** A new empty folder, gone after the tests of the file. */
export const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'data-'))
  made.push(path)
  return path
}
export const removeFolders = (): void =>
  made.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true }))

export interface Said {
  readonly code: 0 | 1 | 2
  readonly said: string
}

export const data = async (
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Said> => {
  const lines: string[] = []
  const code = await runData({ words, environment, say: (line) => void lines.push(line) })
  return { code, said: lines.join('\n') }
}

type Row = Readonly<Record<string, unknown>>
export type Headers = Readonly<Record<string, string>>
const listOf = (body: Row, name: string): readonly Row[] => body[name] as readonly Row[]

export const signInAs = async (running: Running, person: string): Promise<Headers> => ({
  authorization: `Bearer ${String((await running.post('/api/accounts/signInAs', { person })).body.token)}`,
})

/** Books the first seat that anyone may book. @returns the appointment's id */
export const bookOne = async (running: Running, headers: Headers): Promise<string> => {
  for (const hall of listOf((await running.post('/api/appointments/halls', {})).body, 'halls')) {
    for (const matter of hall.matters as readonly string[]) {
      const where = { hallId: hall.id, matter }
      for (const { day } of listOf((await running.post('/api/appointments/days', where)).body, 'days')
        .filter((row) => row.state === 'open')
        .slice(1, 4)) {
        const slot = listOf(
          (await running.post('/api/appointments/slots', { ...where, day })).body,
          'slots',
        ).find((row) => row.state === 'open')
        if (!slot) continue
        const { body } = await running.post(
          '/api/appointments/book',
          { ...where, day, start: slot.start },
          headers,
        )
        return String((body.appointment as Row).id)
      }
    }
  }
  throw new Error('the demonstration has no free seat')
}

export const mine = async (running: Running, headers: Headers): Promise<readonly unknown[]> =>
  listOf((await running.post('/api/appointments/mine', {}, headers)).body, 'items').map(({ id }) => id)

/** Opens the caller's sealed name, and masks it. */
export const myName = async (running: Running, headers: Headers): Promise<unknown> =>
  listOf((await running.post('/api/accounts/me', {}, headers)).body, 'taxpayers')[0]?.name

export const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.alloc(200_000, 7),
])

/** A picture of the account's, stored. @returns its id */
export const uploadFor = async ({ files }: Services, owner: string, bytes: Buffer = PNG): Promise<string> => {
  const ticket = await files.ticket({
    owner,
    type: 'image/png',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  await files.accept({ fileId: ticket.fileId, token: ticket.token, bytes })
  return ticket.fileId
}

/** The demonstration served from that data folder. */
export const serve = (dataDir: string): Promise<Running> => startRunning({ demo, dataDir })

export interface Lived {
  readonly running: Running
  readonly headers: Headers
  readonly appointment: string
  readonly name: unknown
  readonly owner: string
  readonly fileId: string
}

/** Served, with a session, a booking, an upload, and an audit whose chain has begun. */
export const liveIn = async (dataDir: string): Promise<Lived> => {
  const running = await serve(dataDir)
  const headers = await signInAs(running, '林小雨')
  const appointment = await bookOne(running, headers)
  await running.server.handle({ procedure: 'timers/seal', input: {}, headers: {}, source: { timer: 'seal' } })
  const owner = String((await running.post('/api/accounts/me', {}, headers)).body.accountId)
  return {
    running,
    headers,
    appointment,
    name: await myName(running, headers),
    owner,
    fileId: await uploadFor(running.server.services, owner),
  }
}
