/** A list that pages by itself: loading, empty, failed with a way on, more, and the end, each said. */
import type { ReactNode } from 'react'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ApiError } from '../client/errors'
import type { PagedView } from '../client/use-pages'
import { useText } from '../messages'
import { common } from '../messages/common'
import { Note, Words } from './basics'
import { Button } from './button'
import { named, role } from './press'
import { Await } from './states'

/** A list that fits on a screen need not say that it ends. */
const SHORT = 5

export interface PagedEndProps {
  /** The button is `<id>-more`. */
  readonly id: string
  /** Rows so far. */
  readonly count: number
  readonly complete: boolean
  readonly loading: boolean
  readonly error: ApiError | undefined
  readonly onMore: () => void
}

/** What stands under the last row: more, on its way, what went wrong and again, or that this is the end. */
export const PagedEnd = ({ id, count, complete, loading, error, onMore }: PagedEndProps) => {
  const t = useText(common)
  if (complete && !error)
    return count > SHORT ? (
      <View {...named(`${id}-end`)} {...role('status')}>
        <Words as="s center">{t('allShown')}</Words>
      </View>
    ) : null
  return (
    <>
      {error && !loading && (
        <Note tone="warn" icon="offline">
          <View {...named(`${id}-failed`)} {...role('alert')}>
            {t('pageFailed', { n: count, why: error.message })}
          </View>
        </Note>
      )}
      <Button id={`${id}-more`} kind="ghost" block loading={loading} onPress={onMore}>
        {loading ? t('loading') : t(error ? 'retry' : 'more')}
      </Button>
    </>
  )
}

export interface PagedListProps<T> {
  readonly id: string
  /** Its name for a screen reader. */
  readonly label: string
  readonly pages: PagedView<T>
  readonly idOf: (item: T) => string
  /** In the order in which they are shown; as they came without it. */
  readonly arrange?: (items: readonly T[]) => readonly T[]
  /** Loads on at the end of the page. Not for a list with something else below it: that would flee from whoever scrolls to it. */
  readonly auto?: boolean
  readonly className?: string
  readonly empty: ReactNode
  readonly children: (item: T, place: number) => ReactNode
}

/**
 * @example <PagedList id="appointments" label={…} pages={pages} idOf={({ id }) => id} empty={<Empty … />}>{(it) => <Item it={it} />}</PagedList>
 */
export function PagedList<T>({
  id,
  label,
  pages,
  idOf,
  arrange = (items) => items,
  auto = true,
  className = 'sb-col g12',
  empty,
  children,
}: PagedListProps<T>) {
  useReachBottom(() => {
    // After a failure the person decides: a list at its end would ask again with each scroll.
    if (auto && !pages.error) void pages.more()
  })
  usePullDownRefresh(() => {
    void pages.first.refetch().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Await query={pages.first}>
      {(first) => {
        // The first page is known before the list has begun with it.
        const items = arrange(pages.pages === 0 ? first.items : pages.items)
        const next = pages.pages === 0 ? first.next : pages.next
        if (items.length === 0 && next === undefined) return empty
        return (
          <>
            {items.length > 0 && (
              <View {...named(id)} className={className} {...role('list')} aria-label={label}>
                {items.map((item, place) => (
                  <View key={idOf(item)} className="sb-entry" {...role('listitem')}>
                    {children(item, place)}
                  </View>
                ))}
              </View>
            )}
            <PagedEnd
              id={id}
              count={items.length}
              complete={next === undefined}
              loading={pages.loading}
              error={pages.error}
              onMore={() => void pages.more()}
            />
          </>
        )
      }}
    </Await>
  )
}
