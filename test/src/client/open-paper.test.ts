import Taro from '@tarojs/taro'
import { paperPartOf } from '../../../functions/core/io/papers/part'
import { READ_PART_BYTES } from '../../../functions/core/io/files/read-parts'
import { openPaper } from '../../../src/client/open-paper'
import { openPaper as openOnWeb } from '../../../src/client/open-paper.h5'
import { readPaper, type PaperFile } from '../../../src/client/paper'

const bytesOf = (size: number, seed = 1): Uint8Array =>
  Uint8Array.from({ length: size }, (_, at) => (at * 31 + seed) % 256)
const partOf = (bytes: Uint8Array, place: number) =>
  paperPartOf({ kind: 'pdf', name: '退税决定书 〔2026〕1/2号', bytes }, place)

describe('fetching a paper', () => {
  test.each([1, READ_PART_BYTES, READ_PART_BYTES + 1, 2 * READ_PART_BYTES + 2])(
    'one of %d bytes is put together as it was made',
    async (size) => {
      const bytes = bytesOf(size)
      expect(await readPaper(async (place) => partOf(bytes, place))).toEqual({
        kind: 'pdf',
        name: '退税决定书 〔2026〕1 2号.pdf',
        base64: Buffer.from(bytes).toString('base64'),
      })
    },
  )

  test('one that became another meanwhile is begun again: parts of two are never joined', async () => {
    const size = READ_PART_BYTES + 10
    const asked: number[] = []
    const paper = await readPaper(async (place) => {
      asked.push(place)
      return partOf(bytesOf(size, asked.length === 1 ? 1 : 2), place)
    })
    expect(asked).toEqual([0, 1, 0, 1])
    expect(paper.base64).toBe(Buffer.from(bytesOf(size, 2)).toString('base64'))
  })

  test('one that never stays the same is an error, not a broken file', async () => {
    let asked = 0
    const fetchPart = async (place: number) => partOf(bytesOf(READ_PART_BYTES + 10, (asked += 1)), place)
    await expect(readPaper(fetchPart)).rejects.toThrow('changed')
    expect(asked).toBe(6)
  })

  test('a part that cannot be fetched is told as it came', async () => {
    await expect(readPaper(() => Promise.reject(new Error('no network')))).rejects.toThrow('no network')
  })
})

const paper: PaperFile = { kind: 'xlsx', name: '待办.xlsx', base64: Buffer.from('inbox').toString('base64') }

describe('in WeChat', () => {
  interface Written {
    readonly filePath: string
    readonly data: string
    readonly encoding: string
    readonly success: () => void
    readonly fail: (result: { readonly errMsg: string }) => void
  }
  const onDevice = (kept: readonly string[], full = false) => {
    const written: Written[] = []
    const removed: string[] = []
    const openDocument = jest.fn(async (_: object) => ({ errMsg: 'ok' }))
    Object.assign(Taro, {
      env: { USER_DATA_PATH: 'wxfile://usr' },
      openDocument,
      getFileSystemManager: () => ({
        readdirSync: () => kept,
        unlinkSync: (path: string) => {
          if (path.includes('open')) throw new Error('in use')
          removed.push(path)
        },
        writeFile: (option: Written) => {
          written.push(option)
          if (full) option.fail({ errMsg: 'the maximum size of the file storage limit is exceeded' })
          else option.success()
        },
      }),
    })
    return { written, removed, openDocument }
  }

  test('is written to the device and shown with its menu', async () => {
    const { written, openDocument } = onDevice([])
    expect(await openPaper(paper)).toBe('opened')
    expect(written).toMatchObject([
      { filePath: 'wxfile://usr/待办.xlsx', data: paper.base64, encoding: 'base64' },
    ])
    expect(openDocument).toHaveBeenCalledWith({
      filePath: 'wxfile://usr/待办.xlsx',
      fileType: 'xlsx',
      showMenu: true,
    })
  })

  test('takes the place of earlier ones, and of nothing else; what is in use stays', async () => {
    const { removed } = onDevice(['旧.pdf', 'open.pdf', '清单.csv', '旧.xlsx'])
    expect(await openPaper(paper)).toBe('opened')
    expect(removed).toEqual(['wxfile://usr/旧.pdf', 'wxfile://usr/旧.xlsx'])
  })

  test('a full device is told, and nothing is opened', async () => {
    const { openDocument } = onDevice([], true)
    expect(await openPaper(paper)).toBe('not')
    expect(openDocument).not.toHaveBeenCalled()
  })
})

describe('on the web', () => {
  test('is given to the browser under its name, as the file it is', async () => {
    jest.useFakeTimers()
    const blobs: Blob[] = []
    const createObjectURL = jest.fn((blob: Blob) => {
      blobs.push(blob)
      return 'blob:paper'
    })
    const revokeObjectURL = jest.fn()
    Object.assign(URL, { createObjectURL, revokeObjectURL })
    const clicked: [string, string][] = []
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      clicked.push([this.href, this.download])
    })
    expect(await openOnWeb(paper)).toBe('opened')
    expect(clicked).toEqual([['blob:paper', '待办.xlsx']])
    expect([blobs[0]?.type, blobs[0]?.size]).toEqual([
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      5,
    ])
    expect(revokeObjectURL).not.toHaveBeenCalled()
    jest.advanceTimersByTime(60_000)
    expect(revokeObjectURL).toHaveBeenCalledWith('blob:paper')
    click.mockRestore()
    jest.useRealTimers()
  })

  test('a browser without addresses for bytes is told as such', async () => {
    Object.assign(URL, { createObjectURL: undefined })
    expect(await openOnWeb(paper)).toBe('not')
  })
})
