import { useState } from 'react'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { Form, Values } from '../../../functions/core/pure/forms'
import { text } from '../../../functions/core/pure/text'
import { instantOf } from '../../../functions/core/pure/time'
import { ApiError } from '../../../src/client/errors'
import { createUpload } from '../../../src/client/upload'
import { useMaterials, type Material, type NewMaterial } from '../../../src/client/use-materials'
import { Materials, type Need } from '../../../src/ui/materials'
import { refuse, serve } from '../../harness/taro/server'
import { beginSession, signOutHere } from '../../../src/client/session'
import Taro from '../../harness/taro/taro'

const PART = 48 * 1024
const FILE = `fl_${'a'.repeat(32)}`
const LIMITS = { types: ['image/jpeg', 'image/png', 'application/pdf'], most: 10 * 1024 * 1024 } as const
const upload = (missing: readonly number[], parts = 2) => ({
  upload: { fileId: FILE, size: PART * parts, partBytes: PART, parts, missing, done: false },
})

const form: Form = {
  version: 1,
  sections: [
    {
      key: 's',
      title: text('退还', 'Back'),
      fields: [
        {
          key: 'way',
          label: text('退还方式', 'Way'),
          type: 'choice',
          choices: [
            { value: 'back', label: text('原账户', 'Original') },
            { value: 'other', label: text('其他账户', 'Other') },
          ],
        },
      ],
    },
  ],
}
const need = (code: string, name: string, change: Partial<Need> = {}): Need => ({
  code,
  name: text(name, name),
  basis: text('退抵税操作指南', 'Guide'),
  unconfirmed: false,
  ...change,
})
const needs: readonly Need[] = [
  need('voucher', '完税凭证', { unconfirmed: true }),
  need('account', '账户说明', { when: { key: 'way', in: ['other'] } }),
  need('extra', '其他材料', { optional: true }),
  need('form', '申请表', { onFile: true }),
]
const stored: Material = {
  id: 'm_old',
  code: 'voucher',
  name: '2025 凭证.pdf',
  type: 'application/pdf',
  size: 120_000,
  at: instantOf('2026-10-03', 600),
  usedFor: '误收多缴退税',
}

let attached: readonly Material[] = []
const kept: NewMaterial[] = []
let keep: (material: NewMaterial) => Promise<Material>
let read: (id: string, tell: (percent: number) => void) => Promise<string>

const Stage = ({ begin, values, tried }: { begin: readonly Material[]; values: Values; tried: boolean }) => {
  const [now, setNow] = useState(begin)
  attached = now
  const materials = useMaterials({
    limits: LIMITS,
    most: 2,
    attached: now,
    onChange: setNow,
    upload: (file, tell) => createUpload(file, 'appointments.counter', tell),
    keep: (material) => keep(material),
  })
  return (
    <Materials
      id="m"
      needs={needs}
      values={values}
      form={form}
      of={materials}
      onFile={[stored]}
      read={(id, tell) => read(id, tell)}
      tried={tried}
    />
  )
}
const show = ({
  begin = [] as readonly Material[],
  values = { way: 'back' } as Values,
  tried = false,
} = {}) => render(<Stage begin={begin} values={values} tried={tried} />)
const press = (name: string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }))
  })
const row = (id: string): HTMLElement => document.getElementById(id) as HTMLElement

const chooseMedia = jest.fn()
const chooseMessageFile = jest.fn()
beforeEach(() => {
  beginSession({ token: 'T' })
  kept.length = 0
  keep = async (material) => {
    kept.push(material)
    const { code, name, fileId } = material
    return {
      id: `m_${kept.length}_${fileId.slice(0, 4)}`,
      code,
      name,
      type: 'image/jpeg',
      size: 5,
      at: instantOf('2026-11-24'),
    }
  }
  read = async () => 'data:application/pdf;base64,AAAA'
  chooseMedia.mockResolvedValue({ tempFiles: [{ tempFilePath: 'wxfile://1.jpg', size: PART * 2 }] })
  chooseMessageFile.mockResolvedValue({
    tempFiles: [{ path: 'wxfile://2.pdf', name: '说明.PDF', size: PART * 2 }],
  })
  Object.assign(Taro, {
    chooseMedia,
    chooseMessageFile,
    openDocument: jest.fn(async () => ({ errMsg: 'ok' })),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({
      readFile: ({ success }: { success: (one: { data: string }) => void }) => success({ data: 'AAAA' }),
      writeFileSync: jest.fn(),
      unlink: jest.fn(),
    }),
  })
})
afterEach(() => act(() => signOutHere()))

const serving = (change: Readonly<Record<string, unknown>> = {}) => {
  let sent = 0
  return serve({
    'files/start': upload([0, 1]),
    'files/put': () => upload([0, 1].slice((sent += 1))),
    'files/finish': { file: { fileId: FILE, type: 'image/jpeg', size: PART * 2 } },
    ...change,
  })
}

test('what may be sent, what is needed, why and by which rule are told before anything is chosen', () => {
  show({ values: { way: 'other' } })
  expect(screen.getByText('JPEG、PNG 或 PDF，每个文件不超过 10 MB，每项最多 2 个。')).toBeInTheDocument()
  expect(row('m-voucher')).toHaveTextContent('完税凭证必需依据：退抵税操作指南以主管税务机关最新规定为准。')
  expect(row('m-account')).toHaveTextContent('因为“退还方式”是“其他账户”')
  expect(row('m-extra')).toHaveTextContent('选填')
  expect(row('m-form')).toHaveTextContent('这项材料税务机关已有，不需要上传。')
  expect(within(row('m-form')).queryByRole('button')).toBeNull()
})

test('what another answer would ask for is told, and not asked for', () => {
  show()
  expect(row('m-account')).toBeNull()
  expect(screen.getByRole('group', { name: '现在不需要的材料' })).toHaveTextContent(
    '账户说明“退还方式”是“其他账户”时才需要',
  )
})

test('a photo is sent in parts, kept under its code, and attached with its face', async () => {
  const { asked } = serving()
  show()
  await press('拍照或选照片：完税凭证')
  await waitFor(() => expect(attached).toHaveLength(1))
  expect(kept).toEqual([{ code: 'voucher', fileId: FILE, name: '完税凭证 1.jpg' }])
  expect(asked.filter(({ procedure }) => procedure === 'files/put')).toHaveLength(2)
  expect(row('m-voucher')).toHaveTextContent('已添加 1 个')
  expect(row('m-voucher')).not.toHaveTextContent('必需')
  expect(row('m-voucher').querySelector('img')).toHaveAttribute('src', 'wxfile://1.jpg')
  await press('拍照或选照片：完税凭证')
  await waitFor(() => expect(attached).toHaveLength(2))
  expect(row('m-voucher')).toHaveTextContent('这一项最多 2 个文件。')
})

test('a PDF comes from a chat, under its own name, of a type that may be sent', async () => {
  const { asked } = serving()
  show()
  await press('从聊天选文件：完税凭证')
  await waitFor(() => expect(attached).toHaveLength(1))
  expect(chooseMessageFile).toHaveBeenCalledWith({
    count: 2,
    type: 'file',
    extension: ['jpg', 'jpeg', 'png', 'pdf'],
  })
  expect(asked[0]?.input).toMatchObject({ type: 'application/pdf' })
  expect(kept[0]?.name).toBe('说明.PDF')
})

test('what may not be sent is told before anything is', async () => {
  const { asked } = serving()
  chooseMessageFile.mockResolvedValue({ tempFiles: [{ path: 'p', name: '表.docx', size: 10 }] })
  show()
  await press('从聊天选文件：完税凭证')
  expect(await screen.findByText('只能上传 JPEG、PNG 或 PDF 文件')).toBeInTheDocument()
  expect(asked).toEqual([])
})

test('after a broken connection it goes on where it was', async () => {
  let broken = true
  const { asked } = serving({
    'files/put': ({ place }: { place: number }) =>
      place === 1 && broken
        ? refuse(422, 'FILE_CORRUPT_NOT_RETRIED', '没有收到')
        : upload([0, 1].slice(place + 1)),
    'files/state': upload([1]),
  })
  show()
  await press('拍照或选照片：完税凭证')
  expect(await screen.findByText('没有传完，可以继续上传')).toBeInTheDocument()
  broken = false
  await press('继续上传')
  await waitFor(() => expect(attached).toHaveLength(1))
  const places = asked
    .filter(({ procedure }) => procedure === 'files/put')
    .map(({ input }) => (input as { place: number }).place)
  expect(places).toEqual([0, 1, 1])
})

test('a file that could not be kept is gone on with, and sent no second time', async () => {
  const keepIt = keep
  let fails = true
  keep = async (material) => {
    if (fails) throw new ApiError('BUSY', '忙', undefined, '', true)
    return keepIt(material)
  }
  const { asked } = serving({ 'files/state': { upload: { ...upload([]).upload, done: true } } })
  show()
  await press('拍照或选照片：完税凭证')
  expect(await screen.findByText('没有传完，可以继续上传')).toBeInTheDocument()
  fails = false
  await press('继续上传')
  await waitFor(() => expect(attached).toHaveLength(1))
  expect(asked.filter(({ procedure }) => procedure === 'files/put')).toHaveLength(2)
})

test('what is taken away while it is sent is kept nowhere', async () => {
  let go = (): void => undefined
  serving({ 'files/finish': () => new Promise((resolve) => (go = () => resolve(undefined))) })
  show()
  await press('拍照或选照片：完税凭证')
  expect(await screen.findByText('正在检查')).toBeInTheDocument()
  await press('移除 完税凭证 1.jpg')
  expect(screen.getByText('停止上传这个文件。')).toBeInTheDocument()
  await press('移除')
  await act(async () => go())
  expect([kept, attached]).toEqual([[], []])
})

test('what was uploaded before under the same code is offered, and attached without an upload', async () => {
  const { asked } = serving()
  show()
  const offer = screen.getByRole('list', { name: '完税凭证：以前上传过的材料' })
  expect(offer).toHaveTextContent('2025 凭证.pdf2026年10月3日 上传，用于误收多缴退税')
  await press('使用 2025 凭证.pdf')
  expect(attached).toEqual([stored])
  expect(screen.queryByRole('list', { name: '完税凭证：以前上传过的材料' })).toBeNull()
  expect(row('m-voucher-m_old')).toHaveTextContent('2025 凭证.pdf120 KB · 2026年10月3日')
  expect(asked).toEqual([])
})

test('what is attached is taken away after a question in words; it is offered again', async () => {
  show({ begin: [stored] })
  await press('移除 2025 凭证.pdf')
  expect(screen.getByRole('dialog')).toHaveTextContent('文件仍保留在您的材料中，以后可以再用。')
  await press('移除')
  expect(attached).toEqual([])
  expect(screen.getByRole('list', { name: '完税凭证：以前上传过的材料' })).toBeInTheDocument()
})

test('a PDF is fetched when it is looked at, and opened in the reader', async () => {
  read = async (id, tell) => {
    tell(50)
    return `data:application/pdf;base64,${id === 'm_old' ? 'AAAA' : ''}`
  }
  show({ begin: [stored] })
  await press('查看 2025 凭证.pdf')
  await press('打开 PDF')
  expect(Taro).toHaveProperty('openDocument.mock.calls.0.0', {
    filePath: 'wxfile://usr/looked-at.pdf',
    fileType: 'pdf',
    showMenu: false,
  })
  await press('关闭')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a photo is shown inline; one that cannot be read says so, with another try; one that is gone has none', async () => {
  const photo: Material = { ...stored, id: 'm_p', name: '照片.jpg', type: 'image/jpeg' }
  let fails: ApiError | undefined = new ApiError('OFFLINE', '网络不通', undefined, '', true)
  read = async () => {
    if (fails) throw fails
    return 'data:image/jpeg;base64,AAAA'
  }
  const { unmount } = show({ begin: [photo] })
  await press('查看 照片.jpg')
  expect(screen.getByRole('alert')).toHaveTextContent('没有读取到，请再试一次。')
  fails = undefined
  await press('再试一次')
  expect(screen.getByRole('img', { name: '照片.jpg' }).querySelector('img')).toHaveAttribute(
    'src',
    'data:image/jpeg;base64,AAAA',
  )
  unmount()
  fails = new ApiError('NOT_FOUND', '没有找到', undefined, '', false)
  show({ begin: [photo] })
  await press('查看 照片.jpg')
  expect(screen.getByText('这个文件已经不在了。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull()
})

test('what is missing is said at once when one tries to go on, and where it is missing', () => {
  show({ tried: true, values: { way: 'other' } })
  expect(row('m-missing')).toHaveTextContent('还缺 2 项必需的材料')
  expect(row('m-voucher-missing')).toHaveTextContent('请添加：完税凭证')
  expect(row('m-extra-missing')).toBeNull()
})

test('refusing camera and album leaves a way on', async () => {
  chooseMedia.mockRejectedValue({ errMsg: 'chooseMedia:fail auth deny' })
  show()
  await press('拍照或选照片：完税凭证')
  expect(within(row('m-voucher')).getByText(/没有得到使用相机和相册的许可/)).toBeInTheDocument()
  expect(within(row('m-extra')).queryByText(/没有得到使用相机和相册的许可/)).toBeNull()
})

test('a chat that lets no file through says so, and not that the camera was refused', async () => {
  chooseMessageFile.mockRejectedValue({ errMsg: 'chooseMessageFile:fail' })
  show()
  await press('从聊天选文件：完税凭证')
  expect(within(row('m-voucher')).getByText('没有选到文件，请再试一次。')).toBeInTheDocument()
})

test.each([
  [`${'长'.repeat(120)}.pdf`, `${'长'.repeat(91)}…${'长'.repeat(4)}.pdf`],
  ['\u202efdp.exe.pdf', 'fdp.exe.pdf'],
  ['\u200b', '完税凭证 1'],
])('a name is kept as it may be kept', async (name, kept1) => {
  serving()
  chooseMessageFile.mockResolvedValue({ tempFiles: [{ path: 'wxfile://2.pdf', name, size: PART * 2 }] })
  show()
  await press('从聊天选文件：完税凭证')
  if (!name.endsWith('.pdf')) return expect(screen.getByText(kept1)).toBeInTheDocument()
  await waitFor(() => expect(kept).toHaveLength(1))
  expect(kept[0]?.name).toBe(kept1)
  return expect([...kept1].length).toBeLessThanOrEqual(100)
})
