/** 选择行业和地区的文字，中文。 */
export const texts = {
  search: '搜索名称或代码',
  groups: '门类',
  none: '没有找到“{text}”。换个说法，或者输入代码试试。',
  more: '还有更多，请多输入几个字。',
  done: '选好了',
  industryTitle: '选择行业',
  industryNote: '按《国民经济行业分类》GB/T 4754—2017，营业执照或税务登记上可以查到。',
  industryWhole: '整个门类：{name}',
  regionTitle: '选择地区',
  regionNote: '选到省，或者选到市。',
  regionWhole: '全部：{name}',
  chosen: '{label}：{value}',
  unsaid: '未选择',
} as const
