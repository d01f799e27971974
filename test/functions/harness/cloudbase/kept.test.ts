/** What the emulator keeps over a restart. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmulator } from '../../../harness/cloudbase/emulator'
import { appOf } from './sdk'

const folder = mkdtempSync(join(tmpdir(), 'shuibang-emulator-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const keptIn = join(folder, 'kept', 'emulator.jsonl')

const open = async (file = keptIn) => {
  const emulator = await startEmulator({ keptIn: file })
  const app = appOf(emulator, emulator.main)
  return { emulator, app, slots: app.database().collection('slots'), command: app.database().command }
}

describe('an emulator with a file', () => {
  it('has its collections, indexes, rules, documents and files again after a restart', async () => {
    const first = await open()
    first.emulator.createCollections([{ name: 'slots', indexes: { byDay: ['day'] } }])
    await first.slots.add([
      { _id: 'a', at: new Date(7), n: 1 },
      { _id: 'b', n: 1 },
      { _id: 'c', n: 1 },
    ])
    await first.slots.doc('a').update({ n: first.command.inc(1) })
    await first.slots.doc('b').remove()
    const transaction = await first.app.database().startTransaction()
    await transaction.collection('slots').doc('c').update({ n: 5 })
    const { fileID } = await first.app.uploadFile({ cloudPath: 'f', fileContent: Buffer.from([0, 255]) })
    await first.emulator.stop()
    const second = await open()
    expect((await second.slots.orderBy('_id', 'asc').get()).data).toEqual([
      { _id: 'a', at: new Date(7), n: 2 },
      { _id: 'c', n: 1 },
    ])
    expect(second.emulator.main.documents.collection('slots')).toMatchObject({
      rule: 'ADMINONLY',
      indexes: new Map([['byDay', expect.anything()]]),
    })
    expect((await second.app.downloadFile({ fileID })).fileContent).toEqual(Buffer.from([0, 255]))
    await second.emulator.stop()
  })

  it('keeps what it answered when it is killed in the middle of a later line, and commits whole', async () => {
    const { emulator, app, slots } = await open(join(folder, 'killed.jsonl'))
    emulator.createCollections([{ name: 'slots' }])
    const transaction = await app.database().startTransaction()
    await transaction.collection('slots').add({ _id: 'a' })
    await transaction.collection('slots').add({ _id: 'b' })
    await transaction.commit()
    const lines = readFileSync(join(folder, 'killed.jsonl'), 'utf8').trimEnd().split('\n')
    const commit = lines.at(-1) ?? ''
    expect(commit).toContain('"a')
    expect(commit).toContain('"b')
    expect((await slots.get()).data).toHaveLength(2)
    await emulator.stop()
    const cut = join(folder, 'cut.jsonl')
    writeFileSync(cut, `${lines.slice(0, -1).join('\n')}\n`)
    appendFileSync(cut, commit.slice(0, commit.length - 3))
    const again = await open(cut)
    expect((await again.slots.get()).data).toEqual([])
    await again.emulator.stop()
  })

  it('is refused while another has it open, so that neither loses what it answered', async () => {
    const file = join(folder, 'shared.jsonl')
    const first = await open(file)
    first.emulator.createCollections([{ name: 'slots' }])
    await expect(startEmulator({ keptIn: file })).rejects.toThrow(`another emulator is using ${file}`)
    await first.slots.add({ _id: 'a' })
    await first.emulator.stop()
    const second = await open(file)
    expect((await second.slots.get()).data).toEqual([{ _id: 'a' }])
    await second.emulator.stop()
  })
})
