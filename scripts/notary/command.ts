/** `notary`: makes the notary's key, and signs freezes and results that she would sign herself. */
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { checkedBase } from '../../functions/core/io/outside/http'
import { makeKeys, NotSafe, readKeys } from './keys'
import { openLedger } from './ledger'
import { openDoor } from './service'

const USAGE = `notary init FOLDER
    makes the key and the token, in a folder that you alone can read, and prints the public key: publish it
notary key FOLDER
    prints the public key
notary serve FOLDER --deployment URL [--port N] [--host ADDRESS] [--relays URL,URL] [--allow-test-chain]
    signs what is in order: one freeze a draw, before its round; a result that follows from the files at URL
notary allow FOLDER DRAW
    lets the result of a draw (its id, as its page has it) be signed by its parties' secrets though its round came: only
    where that was more than an hour late for everybody
Options:
    --deployment URL    where the lottery's public procedures are: https://example.gov.cn/api
    --port N            8788
    --host ADDRESS      127.0.0.1; put TLS in front of any other
    --relays URL,URL    relays of public randomness, asked whether a round that is said not to come did come
    --allow-test-chain  signs rehearsals
Keep FOLDER with a backup: it holds the key, and what was signed, by which nothing else is ever signed for the same draw.`

export type Print = (line: string) => void

export interface Serving {
  readonly port: number
  close(): Promise<void>
}

const options = {
  deployment: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  relays: { type: 'string' },
  'allow-test-chain': { type: 'boolean' },
  help: { type: 'boolean' },
} as const

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

const portOf = (text = '8788'): number => {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new NotSafe(`${text} is no port`)
  return port
}

const baseOf = (option: string, address: string): string => {
  try {
    return checkedBase(address)
  } catch (error) {
    throw new NotSafe(`--${option}: ${(error as Error).message}`)
  }
}

const listen = async (door: Server, port: number, host: string): Promise<number> => {
  try {
    await once(door.listen(port, host), 'listening')
  } catch (error) {
    throw new NotSafe(`${host}:${port}: ${(error as Error).message}`)
  }
  return (door.address() as AddressInfo).port
}

const serve = async (folder: string, values: Values, print: Print): Promise<Serving> => {
  const { notary, token } = readKeys(folder)
  const { relays } = values
  const door = openDoor({
    notary,
    token,
    ledger: openLedger(folder, Date.now, print),
    deployment: { baseUrl: baseOf('deployment', values.deployment ?? '') },
    clock: Date.now,
    allowTestChain: values['allow-test-chain'] === true,
    ...(relays === undefined ? {} : { relays: relays.split(',').map((one) => baseOf('relays', one.trim())) }),
  })
  const host = values.host ?? '127.0.0.1'
  const port = await listen(door, portOf(values.port), host)
  print(`signs as ${notary.publicKey} on http://${host}:${port}`)
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        door.close(() => resolve())
        door.closeAllConnections()
      }),
  }
}

const allow = (folder: string, drawId: string, print: Print): 0 => {
  readKeys(folder)
  const ledger = openLedger(folder, Date.now, print)
  ledger.allow(drawId)
  ledger.log({ did: 'allowed secrets', draw: drawId })
  return 0
}

const isUsage = (error: unknown): error is Error =>
  error instanceof NotSafe ||
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

/** @returns the exit code, or what is served until it is closed */
export const main = async (words: readonly string[], print: Print): Promise<0 | 2 | Serving> => {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options })
    const [verb, folder, drawId, more] = positionals
    if (values.help || folder === undefined || more !== undefined) throw new NotSafe('')
    if (verb === 'allow' && drawId !== undefined) return allow(folder, drawId, print)
    if (drawId !== undefined) throw new NotSafe('')
    if (verb === 'serve') return await serve(folder, values, print)
    if (verb === 'init') print(makeKeys(folder).notary.publicKey)
    else if (verb === 'key') print(readKeys(folder).notary.publicKey)
    else throw new NotSafe('')
    return 0
  } catch (error) {
    if (!isUsage(error)) throw error
    if (error.message) print(error.message)
    else print(USAGE)
    return 2
  }
}
