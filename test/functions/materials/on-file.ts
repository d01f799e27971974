/** A picture that a taxpayer has on file. */
import type { Taxpayer, World } from '../../harness/fuzz/world'
import { pngOf } from '../../harness/png'

const BYTES = pngOf(600)

/** An upload that is whole, and attached to nothing yet. */
export const uploadedMaterial = async (world: World, { token }: Pick<Taxpayer, 'token'>): Promise<string> => {
  const { upload } = await world.must<{ upload: { fileId: string } }>('files/start', {
    input: { purpose: 'materials.material', type: 'image/png', size: BYTES.length },
    token,
  })
  const { fileId } = upload
  await world.must('files/put', { input: { fileId, place: 0, bytes: BYTES.toString('base64') }, token })
  await world.must('files/finish', { input: { fileId }, token })
  return fileId
}

export const onFile = async (
  world: World,
  person: Pick<Taxpayer, 'token' | 'taxpayerId'>,
  code: string,
): Promise<string> => {
  const fileId = await uploadedMaterial(world, person)
  const { material } = await world.must<{ material: { id: string } }>('materials/add', {
    input: { business: 'refunds', taxpayerId: person.taxpayerId, code, fileId, name: `${code}.png` },
    token: person.token,
  })
  return material.id
}
