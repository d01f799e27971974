export default definePageConfig({ navigationBarTitleText: '摇奖管理' })
