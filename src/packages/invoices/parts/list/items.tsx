/** The invoices of a list: each with what stands in its way, and off it again while the list is open. */
import { View } from '@tarojs/components'
import { go, routes } from '../../../../client/routes'
import { useText } from '../../../../messages'
import { Button, classes, press, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { WalletInvoice } from '../../model/answers'
import { InvoiceLines, useInvoiceName } from '../invoice-row'

const One = ({
  it,
  taken,
  onOff,
}: {
  readonly it: WalletInvoice
  /** Handed in before, by oneself or by somebody else; undefined: not. */
  readonly taken: boolean | undefined
  readonly onOff: (() => void) | undefined
}) => {
  const t = useText(texts)
  const name = useInvoiceName()(it)
  return (
    <View
      id={`item-${it.id}`}
      className={classes('sb-card', 'inv-item', taken !== undefined && 'bad')}
      {...role('listitem')}
    >
      <View
        id={`item-${it.id}-open`}
        {...press({ role: 'link', onPress: () => void go(routes.invoice(it.id)) })}
      >
        <InvoiceLines it={{ ...it, listId: null }}>
          {taken !== undefined && (
            <View id={`taken-${it.id}`} className="sb-danger sb-b">
              {t(taken ? 'taken.own' : 'taken.other')}
            </View>
          )}
          {(it.state === 'void' || it.state === 'red') && <Words as="s danger">{t('list.ended')}</Words>}
        </InvoiceLines>
      </View>
      {onOff && (
        <Button id={`off-${it.id}`} kind="text" icon="close" label={t('off.one', { name })} onPress={onOff}>
          {t('off')}
        </Button>
      )}
    </View>
  )
}

export const Items = ({
  items,
  taken,
  onOff,
}: {
  readonly items: readonly WalletInvoice[]
  readonly taken: ReadonlyMap<string, boolean>
  readonly onOff: ((ids: readonly string[]) => void) | undefined
}) => {
  const t = useText(texts)
  return (
    <View id="items" className="sb-col g12" {...role('list')} aria-label={t('list.items')}>
      {items.map((it) => (
        <One key={it.id} it={it} taken={taken.get(it.id)} onOff={onOff && (() => onOff([it.id]))} />
      ))}
    </View>
  )
}
