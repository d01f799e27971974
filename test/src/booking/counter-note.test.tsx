import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { forgetQueries } from '../../../src/client/queries'
import { beginSession, signOutHere } from '../../../src/client/session'
import { CounterNote } from '../../../src/packages/booking/parts/counter-note'
import { NO_NETWORK, refuse, serve } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'

const ID = 'ap_01hf8z6m9k3v7q2w4x5y6z7a8b'
const FILE = `fl_${'a'.repeat(32)}`
const PART = 48 * 1024
const empty = { note: { text: '', photos: [], changedAt: null } }
const upload = (missing: readonly number[], parts = 3) => ({
  upload: { fileId: FILE, size: PART * parts, partBytes: PART, parts, missing, done: false },
})

beforeEach(() => beginSession({ token: 'T' }))
afterEach(() =>
  act(() => {
    signOutHere()
    forgetQueries('')
  }),
)

/** A photo of three parts, as WeChat hands it out. */
const choosing = (file = { tempFilePath: 'wxfile://1.jpg', size: PART * 3 }): void => {
  Object.assign(Taro, {
    chooseMedia: jest.fn(async () => ({ tempFiles: [file] })),
    getFileSystemManager: () => ({
      readFile: ({ success }: { success: (read: { data: string }) => void }) => success({ data: 'AAAA' }),
    }),
  })
}
const edit = async (): Promise<void> => {
  render(<CounterNote id={ID} begun={false} />)
  fireEvent.click(await screen.findByRole('button', { name: '写备注或添加照片' }))
}
const press = (name: string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }))
  })

test('a note with a photo is sent in parts, shown as it goes, and saved', async () => {
  choosing()
  let sent = 0
  const { asked } = serve({
    'appointments/note': empty,
    'files/start': upload([0, 1, 2]),
    'files/put': () => upload([0, 1, 2].slice((sent += 1))),
    'files/finish': { file: { fileId: FILE, type: 'image/jpeg', size: PART * 3 } },
    'appointments/setNote': {
      note: { text: '带了委托书', photos: [{ fileId: FILE, type: 'image/jpeg', size: 1 }], changedAt: 1 },
    },
  })
  await edit()
  expect(screen.getByText('JPEG 或 PNG，每张不超过 3 MB，最多 3 张。')).toBeInTheDocument()
  await press('添加照片')
  await waitFor(() => expect(screen.getByText('已上传')).toBeInTheDocument())
  const text = document.querySelector('#note-text') as HTMLElement
  fireEvent.input(text, { target: { value: '带了委托书' }, detail: { value: '带了委托书' } })
  await press('保存')
  await waitFor(() => expect(screen.getByText('已保存，窗口人员可以看到。')).toBeInTheDocument())
  expect(
    asked
      .filter(({ procedure }) => procedure === 'files/put')
      .map(({ input }) => (input as { place: number }).place),
  ).toEqual([0, 1, 2])
  expect(asked.find(({ procedure }) => procedure === 'appointments/setNote')?.input).toEqual({
    id: ID,
    text: '带了委托书',
    photos: [FILE],
  })
  expect(screen.getByText('1 张照片')).toBeInTheDocument()
})

test('a connection that breaks is told, and the upload goes on where it was', async () => {
  choosing()
  let broken = true
  const { asked } = serve({
    'appointments/note': empty,
    'files/start': upload([0, 1, 2]),
    'files/put': ({ place }: { place: number }) => {
      if (place === 1 && broken) return refuse(422, 'FILE_CORRUPT_NOT_RETRIED', '没有收到')
      return upload([0, 1, 2].slice(place + 1))
    },
    'files/state': upload([1, 2]),
    'files/finish': { file: { fileId: FILE, type: 'image/jpeg', size: 1 } },
  })
  await edit()
  await press('添加照片')
  await waitFor(() => expect(screen.getByText('没有传完，可以继续上传')).toBeInTheDocument())
  await press('保存')
  expect(screen.getByText('有照片没有传好，请继续上传或移除后再保存。')).toBeInTheDocument()
  broken = false
  await press('继续上传')
  await waitFor(() => expect(screen.getByText('已上传')).toBeInTheDocument())
  const places = asked
    .filter(({ procedure }) => procedure === 'files/put')
    .map(({ input }) => (input as { place: number }).place)
  expect(places).toEqual([0, 1, 1, 2])
})

test('an upload that waited too long for its connection is begun anew, under another key', async () => {
  choosing()
  let broken = true
  const { asked } = serve({
    'appointments/note': empty,
    'files/start': upload([0, 1, 2]),
    'files/put': ({ place }: { place: number }) =>
      place === 1 && broken
        ? refuse(422, 'FILE_CORRUPT_NOT_RETRIED', '没有收到')
        : upload([0, 1, 2].slice(place + 1)),
    'files/state': refuse(404, 'NOT_FOUND', '没有找到'),
    'files/finish': { file: { fileId: FILE, type: 'image/jpeg', size: 1 } },
  })
  await edit()
  await press('添加照片')
  await waitFor(() => expect(screen.getByText('没有传完，可以继续上传')).toBeInTheDocument())
  broken = false
  await press('继续上传')
  await waitFor(() => expect(screen.getByText('已上传')).toBeInTheDocument())
  const keys = asked
    .filter(({ procedure }) => procedure === 'files/start')
    .map(({ headers }) => headers['Idempotency-Key'])
  expect(new Set(keys).size).toBe(2)
})

test('what the server finds to be no photo is told as that, with no going on', async () => {
  choosing()
  serve({
    'appointments/note': empty,
    'files/start': upload([]),
    'files/finish': refuse(422, 'FILE_REFUSED', '不是照片'),
  })
  await edit()
  await press('添加照片')
  await waitFor(() => expect(screen.getByText('只能上传 JPEG 或 PNG 照片')).toBeInTheDocument())
  expect(screen.queryByRole('button', { name: '继续上传' })).toBeNull()
})

test('what cannot be sent is told before anything is', async () => {
  choosing({ tempFilePath: 'wxfile://1.jpg', size: 3_000_001 })
  const { asked } = serve({ 'appointments/note': empty })
  await edit()
  await press('添加照片')
  await waitFor(() => expect(screen.getByText('照片太大，请换一张小一些的')).toBeInTheDocument())
  expect(asked.filter(({ procedure }) => procedure.startsWith('files/'))).toEqual([])
})

test('refusing camera and album leaves a way on', async () => {
  choosing()
  Object.assign(Taro, {
    chooseMedia: jest.fn(async () => Promise.reject({ errMsg: 'chooseMedia:fail auth deny' })),
  })
  serve({ 'appointments/note': empty, 'appointments/setNote': empty })
  await edit()
  await press('添加照片')
  await waitFor(() => expect(screen.getByText(/没有得到使用相机和相册的许可/)).toBeInTheDocument())
})

test('a photo is looked at large, and removed after a question in words', async () => {
  choosing()
  serve({
    'appointments/note': {
      note: { text: '旧', photos: [{ fileId: FILE, type: 'image/png', size: 3 }], changedAt: 1 },
    },
    'appointments/photo': { fileId: FILE, type: 'image/png', size: 3, place: 0, parts: 1, bytes: 'AAAA' },
  })
  render(<CounterNote id={ID} begun={false} />)
  fireEvent.click(await screen.findByRole('button', { name: '修改' }))
  await waitFor(() =>
    expect(document.querySelector('.sb-photo-image')?.getAttribute('src')).toBe('data:image/png;base64,AAAA'),
  )
  await press('放大看照片 1')
  expect(screen.getByRole('dialog', { name: '照片 1' })).toBeInTheDocument()
  await press('关闭')
  await press('移除照片 1')
  await press('移除')
  expect(document.querySelector('#photo-1')).toBeNull()
})

test('after the appointment has begun the note is read, and not changed', async () => {
  serve({ 'appointments/note': { note: { text: '带了委托书', photos: [], changedAt: 1 } } })
  render(<CounterNote id={ID} begun={true} />)
  expect(await screen.findByText('带了委托书')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '修改' })).toBeNull()
})

test('without a network it says so, with a way to try again', async () => {
  serve({ 'appointments/note': NO_NETWORK })
  render(<CounterNote id={ID} begun={false} />)
  await waitFor(() => expect(screen.getByRole('alert')).toBeInTheDocument(), { timeout: 4_000 })
})
