/** One of the newest invoices, as a door to it. */
import { View } from '@tarojs/components'
import { go, routes } from '../../../client/routes'
import { Icon, press } from '../../../ui'
import type { WalletInvoice } from '../model/answers'
import { InvoiceLines } from './invoice-row'

export const RecentItem = ({ it }: { readonly it: WalletInvoice }) => (
  <View
    id={`invoice-${it.id}`}
    className="sb-item"
    {...press({ role: 'link', onPress: () => void go(routes.invoice(it.id)) })}
  >
    <InvoiceLines it={it} />
    <View className="sb-item-end">
      <Icon name="next" size="small" />
    </View>
  </View>
)
