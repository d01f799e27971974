/** How calls of `materials` succeed, and who is a stranger to what they touch. */
import type { FunctionCases } from '../../harness/fuzz/cases'
import type { World } from '../../harness/fuzz/world'
import { onFile, uploadedMaterial } from './on-file'

const one = async (world: World) => {
  const person = await world.taxpayer()
  return { input: { business: 'refunds', id: await onFile(world, person, 'proof') }, token: person.token }
}

const added = async (world: World) => {
  const person = await world.taxpayer()
  const { taxpayerId, token } = person
  const fileId = await uploadedMaterial(world, person)
  return { input: { business: 'refunds', taxpayerId, code: 'proof', fileId, name: '回单.png' }, token }
}

const listed = async (world: World) => {
  const { taxpayerId, token } = await world.taxpayer()
  return { input: { business: 'refunds', taxpayerId }, token }
}

export const cases: FunctionCases = {
  recipes: { add: added, mine: listed, remove: one, part: one },
  strangers: { add: 'taxpayer', mine: 'taxpayer', remove: 'taxpayer', part: 'taxpayer' },
  unknown: { id: `mt_${'0'.repeat(26)}`, fileId: `fl_${'0'.repeat(32)}`, taxpayerId: 'tp_nobody' },
}
