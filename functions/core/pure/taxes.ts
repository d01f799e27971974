/** The taxes that vouchers and forms name. */
import { text, type Text } from './text'

export const taxes = {
  vat: text('增值税', 'Value-added tax'),
  consumption: text('消费税', 'Consumption tax'),
  corporateIncome: text('企业所得税', 'Corporate income tax'),
  individualIncome: text('个人所得税', 'Individual income tax'),
  landVat: text('土地增值税', 'Land appreciation tax'),
  deed: text('契税', 'Deed tax'),
  stamp: text('印花税', 'Stamp duty'),
  property: text('房产税', 'Property tax'),
  landUse: text('城镇土地使用税', 'Urban land use tax'),
  farmland: text('耕地占用税', 'Farmland occupation tax'),
  vehiclePurchase: text('车辆购置税', 'Vehicle purchase tax'),
  vehicleVessel: text('车船税', 'Vehicle and vessel tax'),
  resource: text('资源税', 'Resource tax'),
  environment: text('环境保护税', 'Environmental protection tax'),
  tobacco: text('烟叶税', 'Tobacco leaf tax'),
  cityMaintenance: text('城市维护建设税', 'City maintenance and construction tax'),
  education: text('教育费附加', 'Education surcharge'),
  localEducation: text('地方教育附加', 'Local education surcharge'),
} as const satisfies Readonly<Record<string, Text>>

export type TaxCode = keyof typeof taxes
