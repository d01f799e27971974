/** The part of the environment that says where draws have their randomness from, and who signs them. Nothing secret is repeated. */
import type { LotteryConfiguration, NotaryConfiguration } from '../lottery-configuration'
import { checkedBase } from '../outside/http'
import { given, type Environment, type Problems } from './problems'

/** JSON of a chain as `/info` of a drand node gives it, for rehearsals; whether it is one under its own hash, the draw looks at. */
const readChain = (text: string | undefined, { check }: Problems): LotteryConfiguration['chain'] => {
  if (text === undefined || text === 'quicknet') return null
  try {
    const chain: unknown = JSON.parse(text)
    if (typeof chain === 'object' && chain !== null && !Array.isArray(chain))
      return chain as LotteryConfiguration['chain']
  } catch {
    // told below
  }
  check(false, 'LOTTERY_CHAIN: quicknet, or the JSON of another chain')
  return null
}

const isAddress = (address: string): boolean => {
  try {
    return checkedBase(address) !== ''
  } catch {
    return false
  }
}

const HEX_32 = /^[0-9a-f]{64}$/
const TOKEN = /^[0-9A-Za-z_-]{32,200}$/

const readSigner = (environment: Environment, { check }: Problems): NotaryConfiguration => {
  const baseUrl = given(environment, 'LOTTERY_NOTARY_URL') ?? ''
  const token = given(environment, 'LOTTERY_NOTARY_TOKEN') ?? ''
  const publicKey = given(environment, 'LOTTERY_NOTARY_PUBLIC_KEY') ?? ''
  check(
    isAddress(baseUrl),
    'LOTTERY_NOTARY_URL: not an https address (http to this machine alone), or with a password, query or fragment',
  )
  check(TOKEN.test(token), 'LOTTERY_NOTARY_TOKEN: LOTTERY_NOTARY_URL wants the token that the signer made')
  check(HEX_32.test(publicKey), 'LOTTERY_NOTARY_PUBLIC_KEY: LOTTERY_NOTARY_URL wants 64 hex digits')
  return { kind: 'signer', baseUrl, token, publicKey }
}

/** `LOTTERY_NOTARY_KEY`, or `LOTTERY_NOTARY_URL` with `LOTTERY_NOTARY_TOKEN` and `LOTTERY_NOTARY_PUBLIC_KEY`; neither: `derived`. */
const readNotary = (environment: Environment, problems: Problems): NotaryConfiguration => {
  const secret = given(environment, 'LOTTERY_NOTARY_KEY')
  const hasSigner = given(environment, 'LOTTERY_NOTARY_URL') !== undefined
  problems.check(
    secret === undefined || !hasSigner,
    'LOTTERY_NOTARY_KEY and LOTTERY_NOTARY_URL: the key is here or there, not both',
  )
  if (hasSigner) return readSigner(environment, problems)
  for (const name of ['LOTTERY_NOTARY_TOKEN', 'LOTTERY_NOTARY_PUBLIC_KEY'])
    problems.check(given(environment, name) === undefined, `${name}: without LOTTERY_NOTARY_URL`)
  if (secret === undefined) return { kind: 'derived' }
  problems.check(HEX_32.test(secret), 'LOTTERY_NOTARY_KEY: not 64 hex digits')
  return { kind: 'given', secret }
}

export const readLotteryConfiguration = (
  environment: Environment,
  problems: Problems,
): LotteryConfiguration => {
  const relays = (given(environment, 'LOTTERY_RELAYS') ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  problems.check(
    relays.every(isAddress),
    'LOTTERY_RELAYS: https addresses with commas between (http to this machine alone)',
  )
  return {
    chain: readChain(given(environment, 'LOTTERY_CHAIN'), problems),
    relays,
    notary: readNotary(environment, problems),
  }
}
