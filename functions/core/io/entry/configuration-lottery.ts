/** The part of the environment that says where draws have their randomness from. */
import type { LotteryConfiguration } from '../lottery-configuration'
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

const isRelay = (address: string): boolean => {
  try {
    return checkedBase(address) !== ''
  } catch {
    return false
  }
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
    relays.every(isRelay),
    'LOTTERY_RELAYS: https addresses with commas between (http to this machine alone)',
  )
  return { chain: readChain(given(environment, 'LOTTERY_CHAIN'), problems), relays }
}
