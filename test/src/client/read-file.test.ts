import { filePartOf, READ_PART_BYTES } from '../../../functions/core/io/files/read-parts'
import { readFile, type FilePart } from '../../../src/client/read-file'

const facts = { fileId: `fl_${'a'.repeat(32)}`, type: 'image/jpeg' as const, sha256: '' }
const photoOf = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, at) => (at * 31) % 256)

test.each([
  ['less than a part', 4],
  ['exactly one part', READ_PART_BYTES],
  ['two parts and a byte', 2 * READ_PART_BYTES + 1],
  ['two parts and two bytes', 2 * READ_PART_BYTES + 2],
  ['three whole parts', 3 * READ_PART_BYTES],
])('a photo of %s is read as the server keeps it, each part once and in order', async (_, size) => {
  const bytes = photoOf(size)
  const places: number[] = []
  const address = await readFile(async (place) => {
    places.push(place)
    return filePartOf({ facts: { ...facts, size }, bytes }, place)
  })
  const [head, text = ''] = address.split(',')
  expect(head).toBe('data:image/jpeg;base64')
  expect(text).toBe(Buffer.from(bytes).toString('base64'))
  expect(places).toEqual(Array.from({ length: Math.ceil(size / READ_PART_BYTES) }, (__, at) => at))
})

test('a part that cannot be fetched is told as it came, and nothing after it is asked for', async () => {
  const fetchPart = jest.fn(async (place: number): Promise<FilePart> => {
    if (place === 1) throw new Error('no network')
    return { type: 'image/png', parts: 3, bytes: 'AAAA' }
  })
  await expect(readFile(fetchPart)).rejects.toThrow('no network')
  expect(fetchPart).toHaveBeenCalledTimes(2)
})
