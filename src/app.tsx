/** The application: follows the theme, reaches the cloud inside WeChat, and shows the sign-in page when a session ends. */
import type { PropsWithChildren } from 'react'
import Taro, { useLaunch } from '@tarojs/taro'
import { followSystemTheme } from './client/preferences'
import { goSignIn } from './client/routes'
import { onSessionEnd } from './client/session'
import { offerUpdates } from './client/update'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp') {
      Taro.cloud.init({})
      offerUpdates()
    }
    followSystemTheme()
    onSessionEnd(() => void goSignIn())
  })
  return children
}
