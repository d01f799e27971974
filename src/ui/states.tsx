/** What a screen shows while it has nothing, or not everything: loading, empty, error, offline. */
import type { PropsWithChildren, ReactNode } from 'react'
import { View } from '@tarojs/components'
import { needsSignIn, type ApiError } from '../client/errors'
import { goBack, goSignIn, go, routes } from '../client/routes'
import { useNow } from '../client/use-now'
import type { Fetched } from '../client/use-query'
import { dayOf, minuteOf, type Instant } from '../../functions/core/pure/time'
import { useLanguage, useText } from '../messages'
import { common } from '../messages/common'
import { momentText, timeText } from '../messages/dates'
import { Badge, Icon, Words } from './basics'
import { Button } from './button'
import type { IconName } from './icon-names'
import { role } from './press'

/** Grey lines where text will be. */
export const Skeleton = ({ cards = 2, lines = 3 }: { readonly cards?: number; readonly lines?: number }) => {
  const t = useText(common)
  return (
    <View className="sb-col g12" {...role('status')} aria-label={t('loading')}>
      {Array.from({ length: cards }, (_, card) => (
        <View key={card} className="sb-card sb-col g12" aria-hidden="true">
          {Array.from({ length: lines }, (__, line) => (
            <View key={line} className="sb-skel" style={{ width: `${line === 0 ? 45 : 92 - line * 14}%` }} />
          ))}
        </View>
      ))}
    </View>
  )
}

/** Nothing here: says what to do about it. */
export const Empty = ({
  icon,
  title,
  children,
  action,
  onAction,
}: PropsWithChildren<{
  readonly icon: IconName
  readonly title: string
  readonly action?: string
  readonly onAction?: () => void
}>) => (
  <View className="sb-blank">
    <Badge icon={icon} tone="quiet" />
    <Words as="h" level={2}>
      {title}
    </Words>
    {children && <Words as="s">{children}</Words>}
    {action && (
      <Button kind="ghost" onPress={onAction}>
        {action}
      </Button>
    )}
  </View>
)

/** Nobody is signed in, and this is one's own: the way to sign in, which comes back here. */
export const SignedOut = ({ title }: { readonly title?: string }) => {
  const t = useText(common)
  return (
    <View id="signed-out" className="sb-blank">
      <Badge icon="lock" tone="quiet" />
      <Words as="h" level={2}>
        {title ?? t('signInNeeded')}
      </Words>
      <Words as="s">{t('signInBack')}</Words>
      <Button id="sign-in" onPress={() => void goSignIn()}>
        {t('signIn')}
      </Button>
    </View>
  )
}

/** Something failed: what, and the ways out. */
export const ErrorState = ({
  error,
  onRetry,
}: {
  readonly error: ApiError
  readonly onRetry?: (() => void) | undefined
}) => {
  const t = useText(common)
  const signIn = needsSignIn(error.code)
  return (
    <View className="sb-blank" {...role('alert')}>
      <Badge icon={error.code === 'OFFLINE' ? 'offline' : 'warn'} tone="warn" />
      <Words as="h">{error.message}</Words>
      {error.traceId !== '' && error.code === 'INTERNAL' && (
        <Words as="s">{t('trace', { id: error.traceId })}</Words>
      )}
      <View className="sb-row g8 wrap">
        {signIn ? (
          <Button onPress={() => void goSignIn()}>{t('signIn')}</Button>
        ) : (
          onRetry && <Button onPress={onRetry}>{t('retry')}</Button>
        )}
        <Button kind="ghost" onPress={() => void goBack()}>
          {t('back')}
        </Button>
        <Button kind="text" onPress={() => void go(routes.help)}>
          {t('help')}
        </Button>
      </View>
    </View>
  )
}

/** Says that what is shown is of an earlier time. */
export const OfflineBar = ({ at }: { readonly at: Instant }) => {
  const t = useText(common)
  const language = useLanguage()
  const now = useNow()
  const isToday = dayOf(at) === dayOf(now)
  return (
    <View className="sb-offline" {...role('status')}>
      <Icon name="offline" size="small" />
      <View>
        {t('offlineSince', {
          time: isToday ? timeText(minuteOf(at)) : momentText(at, language),
        })}
      </View>
    </View>
  )
}

/**
 * A query on screen: its skeleton, the way to sign in, its error with ways out, its last data with its time, and its data.
 * @example <Await query={halls}>{({ halls }) => …}</Await>
 */
export function Await<T>({
  query,
  skeleton,
  children,
}: {
  readonly query: Fetched<T>
  readonly skeleton?: ReactNode
  readonly children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) {
    return (
      <>
        {query.stale && query.at !== undefined && <OfflineBar at={query.at} />}
        {children(query.data)}
      </>
    )
  }
  if (query.signedOut) return <SignedOut />
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return <>{skeleton ?? <Skeleton />}</>
}
