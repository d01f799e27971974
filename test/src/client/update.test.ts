import Taro from '@tarojs/taro'
import { offerUpdates } from '../../../src/client/update'
import { resetTaro } from '../../harness/taro/taro'

let ready: ((result: { errMsg: string }) => void) | undefined
const applyUpdate = jest.fn()
beforeEach(() => {
  resetTaro()
  applyUpdate.mockClear()
  jest.mocked(Taro.getUpdateManager).mockReturnValue({
    onUpdateReady: (listener) => {
      ready = listener
    },
    applyUpdate,
    onCheckForUpdate: jest.fn(),
    onUpdateFailed: jest.fn(),
  })
})

const answered = async (confirm: boolean): Promise<void> => {
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm, cancel: !confirm, errMsg: '' })
  offerUpdates()
  ready?.({ errMsg: '' })
  await Promise.resolve()
  await Promise.resolve()
}

it('restarts into a new version when the person says so', async () => {
  await answered(true)
  expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ title: '有新版本' }))
  expect(applyUpdate).toHaveBeenCalledTimes(1)
})

it('leaves a person alone who is in the middle of something', async () => {
  await answered(false)
  expect(applyUpdate).not.toHaveBeenCalled()
})
