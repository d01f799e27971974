/** Files through the real SDK, and the bytes past it. */
import { codeOf, openForTests } from './sdk'

const opened = openForTests()
const upload = async (cloudPath: string, text: string) =>
  (await opened().app.uploadFile({ cloudPath, fileContent: Buffer.from(text) })).fileID
const metadata = async (cloudPath: string) => {
  const { data } = (await opened().app.getUploadMetadata({ cloudPath })) as unknown as {
    data: { url: string; token: string; authorization: string; fileId: string; cosFileId: string }
  }
  return {
    ...data,
    headers: {
      authorization: data.authorization,
      'x-cos-security-token': data.token,
      'x-cos-meta-fileid': data.cosFileId,
    },
  }
}

describe('files', () => {
  it('are uploaded, downloaded and deleted', async () => {
    const { app, emulator } = opened()
    const fileID = await upload('a/税 b.txt', 'text')
    expect(fileID).toBe('cloud://emulator-env.emulator-emulator-env/a/税 b.txt')
    expect(String((await app.downloadFile({ fileID })).fileContent)).toBe('text')
    expect((await app.deleteFile({ fileList: [fileID] })).fileList).toMatchObject([
      { fileID, code: 'SUCCESS' },
    ])
    expect((await app.deleteFile({ fileList: [fileID] })).fileList).toMatchObject([
      { code: 'STORAGE_FILE_NONEXIST' },
    ])
    expect(await codeOf(app.downloadFile({ fileID }))).toBe('STORAGE_FILE_NONEXIST')
    expect(emulator.main.storage.paths()).toEqual([])
  })

  it('are put by whoever has the headers of the metadata, to that path alone', async () => {
    const { url, headers } = await metadata('a/direct')
    const put = (to: string, by: Record<string, string>) =>
      fetch(to, { method: 'PUT', headers: by, body: 'bytes' }).then(({ status }) => status)
    expect(await put(url, { ...headers, 'content-type': 'image/png' })).toBe(200)
    expect(await put(url.replace('direct', 'other'), headers)).toBe(403)
    expect(
      await put(url, {
        ...headers,
        authorization: headers.authorization.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      }),
    ).toBe(403)
    expect(await put(url, { ...headers, 'x-cos-security-token': 'another' })).toBe(403)
    expect(await put(url, { ...headers, 'x-cos-meta-fileid': 'another' })).toBe(403)
    expect(opened().emulator.main.storage.paths()).toEqual(['a/direct'])
  })

  it('are fetched by a signed address that ends', async () => {
    const { app } = opened()
    const fileID = await upload('a/signed', 'text')
    const addressFor = async (maxAge: number) =>
      (await app.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList[0]?.tempFileURL ?? ''
    const address = await addressFor(60)
    expect(await (await fetch(address)).text()).toBe('text')
    expect((await fetch(address, { method: 'HEAD' })).headers.get('content-length')).toBe('4')
    expect((await fetch(address.replace('signed', 'direct'))).status).toBe(403)
    expect((await fetch(address.replace(/t=\d+/, 't=9999999999'))).status).toBe(403)
    expect((await fetch(await addressFor(-1))).status).toBe(403)
    await app.deleteFile({ fileList: [fileID] })
    expect((await fetch(address)).status).toBe(404)
  })
})
