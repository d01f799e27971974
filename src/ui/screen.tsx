/** The frame of every page: theme, type size, language, head, body, bar at the bottom, and the word that it is a demonstration. */
import { useEffect, type PropsWithChildren, type ReactNode } from 'react'
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import { preferences } from '../client/preferences'
import { goBack } from '../client/routes'
import { useText } from '../messages'
import { common } from '../messages/common'
import { Icon } from './basics'
import { dressFrame } from './frame'
import { classes, named, press, role } from './press'

const web = process.env.TARO_ENV !== 'weapp'

/** WeChat draws its own head; the web page gets this one. */
const Head = ({
  title,
  tab,
  wide,
  action,
}: {
  readonly title: string
  readonly tab: boolean
  readonly wide: boolean
  readonly action?: ReactNode
}) => {
  const t = useText(common)
  return (
    <View className={classes('sb-head', wide && 'wide')}>
      {!tab && (
        <View
          id="back"
          className="sb-btn text sb-head-back"
          {...press({ label: t('back'), onPress: () => void goBack() })}
        >
          <Icon name="back" />
        </View>
      )}
      <View className={classes('sb-head-title', tab && 'big')} {...role('heading')} aria-level={1}>
        {title}
      </View>
      {action}
    </View>
  )
}

/** The bar that stays at the bottom: what one has chosen, and the one thing to do next. */
export const BottomBar = ({ children }: PropsWithChildren) => (
  <View className="sb-bottom no-print">
    <View className="sb-bottom-in">{children}</View>
  </View>
)

export const Screen = ({
  id,
  title,
  tab = false,
  wide = false,
  bar,
  action,
  children,
}: PropsWithChildren<{
  readonly id?: string
  readonly title: string
  /** One of the four pages with the tab bar. */
  readonly tab?: boolean
  /** For a desktop too. */
  readonly wide?: boolean
  /** Put a `BottomBar` here. */
  readonly bar?: ReactNode
  /** At the right of the head (web only: WeChat keeps that corner). */
  readonly action?: ReactNode
}>) => {
  const t = useText(common)
  const state = useStore(preferences)
  useEffect(() => {
    dressFrame(state, title, tab)
  }, [state, title, tab])
  useDidShow(() => {
    dressFrame(preferences.getState(), title, tab)
  })
  return (
    <View
      {...named(id)}
      className={classes(
        'sb',
        state.themeChoice === 'system' ? 'auto' : state.themeChoice,
        state.large && 'large',
        state.language === 'en' && 'en',
      )}
      {...(web ? { lang: state.language } : {})}
    >
      {web && <Head title={title} tab={tab} wide={wide} action={action} />}
      <View
        className={classes(
          'sb-body',
          'sb-in',
          wide && 'wide',
          tab && web && 'tabbed',
          bar !== undefined && 'barred',
        )}
        {...(web ? role('main') : {})}
      >
        {children}
        <View className="sb-demo">{t('demonstration')}</View>
      </View>
      {bar}
    </View>
  )
}
