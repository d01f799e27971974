/** Puts a page on stage with nothing left of an earlier one: neither answers nor a person. */
import { cleanup } from '@testing-library/react'
import { forgetQueries } from '../../../src/client/queries'
import { signOutHere } from '../../../src/client/session'
import { storage } from '../../harness/taro/taro'
import { onStage as stage } from '../booking/stage'

export { el, namelessControls, seen, standStill, tap } from '../booking/stage'

export const onStage = (...of: Parameters<typeof stage>): ReturnType<typeof stage> => {
  cleanup()
  signOutHere()
  forgetQueries('')
  storage.clear()
  return stage(...of)
}
