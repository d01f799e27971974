/** What tests of draws do again and again: enter, wait for the evening, fetch what was published. */
import { reader } from '../../../functions/core/io/store/reader'
import { instantOf } from '../../../functions/core/pure/time'
import { lotteryPools } from '../../../functions/lottery/collections'
import { verifyBls, verifyEd25519 } from '../../../functions/lottery/rules/draw/curves'
import type { Published } from '../../../functions/lottery/rules/draw/published'
import { hashBlocks } from '../../../functions/core/pure/sha256'
import { verifyPublished } from '../../../functions/lottery/rules/draw/verify/verify'
import { CAMPAIGN, type World } from './world'

export interface Entry {
  readonly id: string
  readonly draws: readonly { readonly id: string; readonly state: string }[]
  readonly prizes: readonly string[]
}
export interface Prize {
  readonly id: string
  readonly state: string
  readonly fen: number
  readonly payable: number
  readonly moves: readonly string[]
}

/** Tonight, after the list was frozen and its round published. */
export const tonight = (world: World): void => {
  world.services.time.now = instantOf('2026-11-24', 1381)
}
export const later = (world: World): void => {
  world.services.time.now = instantOf('2026-11-24', 1430)
}

export const enter = async (world: World, as: string): Promise<string> => {
  const facts = await world.invoice(as)
  return (await world.must<{ id: string }>('lottery/enter', { campaign: CAMPAIGN, facts }, { as })).id
}

/** The files as anybody fetches them. */
export const fetched = (world: World, drawId: string): Published => {
  const sizes = async (): Promise<ReadonlyMap<string, number>> => {
    const { draw } = await world.must<{ draw: { files: { name: string; size: number }[] } }>('lottery/draw', {
      id: drawId,
    })
    return new Map(draw.files.map(({ name, size }) => [name, size]))
  }
  const read: Published['read'] = async (name, offset, length) => {
    const parts: Buffer[] = []
    for (let at = offset; at < offset + length; at += 65_536) {
      const { bytes } = await world.must<{ bytes: string }>('lottery/file', {
        id: drawId,
        name,
        offset: at,
        length: Math.min(65_536, offset + length - at),
      })
      parts.push(Buffer.from(bytes, 'base64'))
    }
    return new Uint8Array(Buffer.concat(parts))
  }
  return {
    size: async (name) => (await sizes()).get(name),
    read,
    text: async (name) => {
      const size = (await sizes()).get(name)
      return size === undefined ? undefined : Buffer.from(await read(name, 0, size)).toString('utf8')
    },
  }
}

export const entryOf = async (
  world: World,
  id: string,
  as: string,
): Promise<Entry & { salt: string; holder: string }> => {
  const answer = await world.must<{ entry: Entry; salt: string; holder: string }>(
    'lottery/entry',
    { id },
    { as },
  )
  return { ...answer.entry, salt: answer.salt, holder: answer.holder }
}

export const pool = (world: World) => reader(world.services.store).get(lotteryPools, `${CAMPAIGN}.daily`)

/** What anybody finds who verifies it from what can be fetched. */
export const verdictOf = async (world: World, drawId: string) => {
  const failed: string[] = []
  const holds = await verifyPublished({
    files: fetched(world, drawId),
    hash: hashBlocks,
    verifyBls,
    verifyEd25519,
    allowTestChain: true,
    tell: ({ code, state }) => state === 'fails' && failed.push(code),
  })
  return { holds, failed }
}
