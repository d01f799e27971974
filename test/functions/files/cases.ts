/** How calls of `files` succeed, and who is a stranger to what they touch. */
import { attachFile } from '../../../functions/core/io/files/attach'
import { transact } from '../../../functions/core/io/store/transact'
import type { FunctionCases } from '../../harness/fuzz/cases'
import type { Person, World } from '../../harness/fuzz/world'
import { pngOf } from '../../harness/png'

const begun = async (world: World, person: Person, bytes = pngOf(600)): Promise<string> => {
  const { upload } = await world.must<{ upload: { fileId: string } }>('files/start', {
    input: { purpose: 'appointments.counter', type: 'image/png', size: bytes.length },
    token: person.token,
  })
  return upload.fileId
}

const sent = async (world: World, person: Person): Promise<string> => {
  const bytes = pngOf(600)
  const fileId = await begun(world, person, bytes)
  await world.must('files/put', {
    input: { fileId, place: 0, bytes: bytes.toString('base64') },
    token: person.token,
  })
  return fileId
}

/** A file of this person's that belongs to nothing yet. */
export const uploaded = async (world: World, person: Person): Promise<string> => {
  const fileId = await sent(world, person)
  await world.must('files/finish', { input: { fileId }, token: person.token })
  return fileId
}

const of =
  (make: (world: World, person: Person) => Promise<string>, more: Readonly<Record<string, unknown>> = {}) =>
  async (world: World) => {
    const person = await world.newcomer()
    return { input: { fileId: await make(world, person), ...more }, token: person.token }
  }

/** Attached to a document of the test's own making, as a function that publishes something would. */
const published = async (world: World): Promise<string> => {
  const { services } = world
  const person = await world.newcomer()
  const bytes = pngOf(600)
  const { fileId } = await services.files.openUpload({
    owner: person.accountId,
    type: 'image/png',
    size: bytes.length,
    purpose: 'test.public',
    public: true,
  })
  await services.files.putPart({ fileId, owner: person.accountId, place: 0, bytes })
  await services.files.finishUpload({ fileId, owner: person.accountId })
  await transact(services, (tx) =>
    attachFile(tx, { fileId, owner: person.accountId, to: { collection: 'notes', id: fileId } }),
  )
  return fileId
}

export const cases: FunctionCases = {
  recipes: {
    start: async (world) => ({
      input: { purpose: 'appointments.counter', type: 'image/png', size: 600 },
      token: (await world.newcomer()).token,
    }),
    state: of(begun),
    put: of(begun, { place: 0, bytes: pngOf(600).toString('base64') }),
    finish: of(sent),
    remove: of(uploaded),
    open: async (world) => ({ input: { fileId: await published(world) } }),
  },
  strangers: { state: 'taxpayer', put: 'taxpayer', finish: 'taxpayer', remove: 'taxpayer' },
  open: { open: 'what is public is anybody’s' },
  unknown: { fileId: `fl_${'0'.repeat(32)}` },
}
