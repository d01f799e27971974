/** The small words of every screen: icon, tag, card, row, column, text. */
import type { PropsWithChildren, ReactNode } from 'react'
import { Text as Span, View } from '@tarojs/components'
import type { IconName } from './icon-names'
import { classes, named, press, role } from './press'

export type Tone = 'ok' | 'warn' | 'danger' | 'gold' | 'quiet'

/** One of the icon set, in the colour of the text around it. Decorative unless it has a label. */
export const Icon = ({
  name,
  size,
  label,
}: {
  readonly name: IconName
  readonly size?: 'small' | 'big'
  readonly label?: string
}) => (
  <View
    className={classes('sb-icon', `i-${name}`, size)}
    {...(label ? { ...role('img'), 'aria-label': label } : { 'aria-hidden': 'true' })}
  />
)

/** An icon on a soft square. */
export const Badge = ({ icon, tone }: { readonly icon: IconName; readonly tone?: Tone }) => (
  <View className={classes('sb-badge', tone)}>
    <Icon name={icon} />
  </View>
)

export const Tag = ({ tone, children }: PropsWithChildren<{ readonly tone?: Tone }>) => (
  <Span className={classes('sb-tag', tone)}>{children}</Span>
)

interface Box {
  readonly id?: string
  readonly className?: string
}

/** `next` carries the blue edge of the next thing to do; `onPress` makes the whole card a door and needs a `label`. */
export const Card = ({
  id,
  className,
  next,
  flush,
  label,
  onPress,
  children,
}: PropsWithChildren<
  Box & {
    readonly next?: boolean
    /** Without padding: for lists. */
    readonly flush?: boolean
    readonly label?: string
    readonly onPress?: () => void
  }
>) => (
  <View
    {...named(id)}
    className={classes('sb-card', next && 'next', flush && 'flush', className)}
    {...(onPress ? press({ label, onPress }) : {})}
  >
    {children}
  </View>
)

/** Side by side, apart; `gap` in px. */
export const Row = ({
  id,
  className,
  gap = 12,
  start,
  top,
  wrap,
  stack,
  children,
}: PropsWithChildren<
  Box & {
    readonly gap?: 4 | 8 | 12 | 16
    readonly start?: boolean
    readonly top?: boolean
    readonly wrap?: boolean
    /** Becomes a column in large type. */
    readonly stack?: boolean
  }
>) => (
  <View
    {...named(id)}
    className={classes(
      'sb-row',
      `g${gap}`,
      start && 'start',
      top && 'top',
      wrap && 'wrap',
      stack && 'lg-stack',
      className,
    )}
  >
    {children}
  </View>
)

export const Column = ({
  id,
  className,
  gap = 4,
  grow,
  children,
}: PropsWithChildren<Box & { readonly gap?: 4 | 8 | 12 | 16; readonly grow?: boolean }>) => (
  <View {...named(id)} className={classes('sb-col', `g${gap}`, grow && 'grow', className)}>
    {children}
  </View>
)

type Kind = 'h' | 's' | 'b' | 'xl' | 'warn' | 'danger' | 'ok' | 'brand' | 'num' | 'center' | 'nowrap' | 'pre'

/** Words: `as` names their looks (h heading, s secondary, b bold, xl largest…); a heading has a level. */
export const Words = ({
  id,
  as = '',
  level,
  live,
  children,
}: {
  readonly id?: string
  readonly as?: Kind | `${Kind} ${Kind}` | `${Kind} ${Kind} ${Kind}` | ''
  readonly level?: 1 | 2 | 3
  /** Read aloud when it changes. */
  readonly live?: boolean
  readonly children?: ReactNode
}) => (
  <View
    {...named(id)}
    className={classes(
      ...as
        .split(' ')
        .filter(Boolean)
        .map((kind) => `sb-${kind}`),
    )}
    {...(level ? { ...role('heading'), 'aria-level': level } : {})}
    {...(live ? { ...role('status'), 'aria-live': 'polite' } : {})}
  >
    {children}
  </View>
)

/** The small heading above a group. */
export const Section = ({ children }: PropsWithChildren) => (
  <View className="sb-sec" {...role('heading')} aria-level={2}>
    {children}
  </View>
)

/** Label at the left, value at the right. */
export const Fact = ({ label, children }: PropsWithChildren<{ readonly label: string }>) => (
  <Row top>
    <Span className="sb-s sb-nowrap">{label}</Span>
    <View style={{ textAlign: 'right' }}>{children}</View>
  </Row>
)

/** A soft box of advice. */
export const Note = ({
  tone,
  icon = 'info',
  children,
}: PropsWithChildren<{ readonly tone?: 'ok' | 'warn' | 'danger'; readonly icon?: IconName }>) => (
  <View className={classes('sb-note', tone)}>
    <Icon name={icon} size="small" />
    <View className="grow">{children}</View>
  </View>
)
