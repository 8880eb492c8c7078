"""python3 pandas_job.py ROSTER OUT: the schedule in pandas, column by column."""
import os
import sys

import numpy as np
import pandas as pd

PLATFORMS = ['国家级重点实验室', '工程研究中心', '企业技术中心', '国检中心', '产业计量测试中心', '质量标准重点实验室', '标准化专业技术委员会']
LIST_50 = ['中国质量奖', '中国专利奖', '全国质量标杆企业', '中国建设工程鲁班奖', '国家优质工程奖', '大禹奖', '国家5A级景区', '国家区域品牌示范区']
LIST_30 = ['中国质量奖提名奖', '湖南省省长质量奖', '湖南省专利奖', '中华老字号', '国家地理标志', '国家地理标志保护产品', '国家地理标志证明商标', '湖南省工业质量标杆', '湖南老字号', '国家4A级景区']
LIST_5 = ['农产品两品一标', '湖南名品']
PERSON = {'中国质量奖提名奖': 10_000_000, '湖南省省长质量奖': 5_000_000}
OPEN_KIND = ['中国质量奖', '中国专利奖', '中国质量奖提名奖', '湖南省省长质量奖', '湖南省专利奖', '国家地理标志', '国家地理标志保护产品', '国家地理标志证明商标', '农产品两品一标']
LEVELS = ['国际', '国家', '行业']


def main(roster, out):
    os.makedirs(out, exist_ok=True)
    t = pd.read_csv(roster, dtype=str, encoding='utf-8-sig', keep_default_na=False)
    award, code = t['奖项'], t['统一社会信用代码']
    kind = t['对象类型'].where(t['对象类型'] != '', np.where((code != '') | award.isin(set(PLATFORMS + LIST_50 + LIST_30 + LIST_5) - set(OPEN_KIND)), '组织', ''))
    won = t['认定日期'].where(t['认定日期'] != '', '9999-12-31')
    in_force = (t['认定日期'] == '') | ((won >= '2023-03-08') & (won <= '2025-12-31'))
    level, rank = t['级别'], pd.to_numeric(t['排名'], errors='coerce')
    quantity = pd.to_numeric(t['数量'], errors='coerce').fillna(1).astype('int64')
    has_approved = t['核定金额'] != ''
    parts = t['核定金额'].where(has_approved, '0').str.partition('.')
    approved = parts[0].astype('int64') * 100 + parts[2].str.ljust(2, '0').replace('', '0').astype('int64')

    organisation, person = kind == '组织', kind == '个人'
    standard = award == '标准制修订'
    conditions = [
        in_force & award.isin(PLATFORMS),
        in_force & standard & organisation & level.isin(LEVELS) & rank.between(1, 3),
        in_force & organisation & award.isin(LIST_50),
        in_force & organisation & award.isin(LIST_30),
        in_force & person & award.isin(list(PERSON)),
        in_force & organisation & award.isin(LIST_5),
    ]
    clause = pd.Series(np.select(conditions, ['platforms', 'standards', 'honours-50', 'honours-30', 'honours-person', 'honours-5'], ''), index=t.index)
    per_item = clause == 'standards'
    ceiling = np.select(conditions, [100_000_000, rank.map({1: 30_000_000, 2: 10_000_000, 3: 5_000_000}).fillna(0).astype('int64') * quantity, 50_000_000, 30_000_000,
                                     award.map(PERSON).fillna(0).astype('int64'), 5_000_000], 0)
    live = (clause != '') & (per_item | (quantity == 1))
    entitled = np.where(has_approved, np.minimum(approved, ceiling), ceiling)

    first = live & ~per_item
    keys = pd.DataFrame({'who': code.where(code != '', t['名称']), 'award': award, 'won': won, 'id': t['编号']})[first].sort_values(['won', 'id'], kind='stable')
    nth = keys.groupby(['who', 'award'], sort=False).cumcount().reindex(t.index, fill_value=0)
    payable = np.where(live & (nth == 0), entitled, 0)

    waits = in_force & (clause == '') & (
        (standard & kind.isin(['', '组织']) & (level.isin(LEVELS) | (level == '')) & (rank.between(1, 3) | rank.isna()))
        | ((kind == '') & award.isin(OPEN_KIND)))
    status = np.select([waits, clause == '', ~live, (nth > 0) | (entitled == 0), ~has_approved], ['held', 'unmatched', 'held', 'zero', 'pay-up-to'], 'pay')

    def yuan(fen):
        fen = pd.Series(fen)
        return (fen // 100).astype(str) + '.' + (fen % 100).astype(str).str.zfill(2)

    pd.DataFrame({'id': t['编号'], 'code': code, 'name': t['名称'], 'award': award, 'scheme': 'zhuzhou-brand-2023', 'clause': clause, 'status': status,
                  'entitled_yuan': yuan(np.where(clause != '', entitled, 0)), 'payable_yuan': yuan(payable)}).to_csv(os.path.join(out, 'payouts.csv'), index=False)
    sums = pd.DataFrame({'clause': clause, 'status': status, 'fen': payable})
    rows = [('total', '', len(sums), sums['fen'].sum())]
    for by in ('clause', 'status'):
        rows += [(by, key, len(g), g.sum()) for key, g in sums.groupby(by)['fen']]
    pd.DataFrame(rows, columns=['by', 'key', 'rows', 'fen']).to_csv(os.path.join(out, 'summary.csv'), index=False)


main(*sys.argv[1:])
