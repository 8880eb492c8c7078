-- The plan of Zhuzhou (rules/hunan/zhuzhou/brand-2023.yaml, default readings) by hand, for a tidy roster: awards under their own names,
-- dates as 2024-03-01, money in yuan, an identity code for every organisation. ROSTER and OUT stand for paths.
create table lines as
with cells as (
    select
        编号 as id, 统一社会信用代码 as code, 名称 as name, 奖项 as award,
        coalesce(对象类型, case when 统一社会信用代码 is not null or 奖项 in (
            '国家级重点实验室', '工程研究中心', '企业技术中心', '国检中心', '产业计量测试中心', '质量标准重点实验室', '标准化专业技术委员会',
            '全国质量标杆企业', '中国建设工程鲁班奖', '国家优质工程奖', '大禹奖', '国家5A级景区', '国家区域品牌示范区',
            '中华老字号', '国家4A级景区', '湖南省工业质量标杆', '湖南老字号', '湖南名品') then '组织' end) as kind,
        级别 as level, 排名::integer as rank, 认定日期::date as won, coalesce(数量::integer, 1) as quantity,
        (核定金额::decimal(18, 2) * 100)::bigint as approved
    from read_csv('ROSTER', header = true, all_varchar = true)
), matched as (
    select *,
        case
            when won is not null and won not between date '2023-03-08' and date '2025-12-31' then null
            when award in ('国家级重点实验室', '工程研究中心', '企业技术中心', '国检中心', '产业计量测试中心', '质量标准重点实验室', '标准化专业技术委员会') then 'platforms'
            when award = '标准制修订' then case when kind = '组织' and level in ('国际', '国家', '行业') and rank between 1 and 3 then 'standards' end
            when kind = '组织' then case
                when award in ('中国质量奖', '中国专利奖', '全国质量标杆企业', '中国建设工程鲁班奖', '国家优质工程奖', '大禹奖', '国家5A级景区', '国家区域品牌示范区') then 'honours-50'
                when award in ('中国质量奖提名奖', '湖南省省长质量奖', '湖南省专利奖', '中华老字号', '国家地理标志', '国家地理标志保护产品', '国家地理标志证明商标', '湖南省工业质量标杆', '湖南老字号', '国家4A级景区') then 'honours-30'
                when award in ('农产品两品一标', '湖南名品') then 'honours-5' end
            when kind = '个人' and award in ('中国质量奖提名奖', '湖南省省长质量奖') then 'honours-person'
        end as clause
    from cells
), rated as (
    select *,
        case clause
            when 'platforms' then 100000000
            when 'standards' then quantity * case rank when 1 then 30000000 when 2 then 10000000 else 5000000 end
            when 'honours-50' then 50000000
            when 'honours-30' then 30000000
            when 'honours-5' then 5000000
            when 'honours-person' then case award when '中国质量奖提名奖' then 10000000 else 5000000 end
        end as ceiling,
        clause is not null and (clause = 'standards' or quantity = 1) as live
    from matched
), granted as (
    select *, least(coalesce(approved, ceiling), ceiling) as entitled,
        case when live and clause <> 'standards'
            then row_number() over (partition by coalesce(code, name), award, live order by won nulls last, id) else 1 end as nth
    from rated
)
select id, code, name, award, clause,
    case
        when clause is null and (won is null or won between date '2023-03-08' and date '2025-12-31') and
            ((award = '标准制修订' and coalesce(kind, '组织') = '组织' and coalesce(level, '国家') in ('国际', '国家', '行业') and coalesce(rank, 1) between 1 and 3)
             or (kind is null and award in ('中国质量奖', '中国专利奖', '中国质量奖提名奖', '湖南省省长质量奖', '湖南省专利奖', '国家地理标志', '国家地理标志保护产品', '国家地理标志证明商标', '农产品两品一标'))) then 'held'
        when clause is null then 'unmatched'
        when not live then 'held'
        when nth > 1 or entitled = 0 then 'zero'
        when approved is null then 'pay-up-to'
        else 'pay'
    end as status,
    case when clause is not null then entitled else 0 end as entitled_fen,
    case when live and nth = 1 then entitled else 0 end as payable_fen
from granted;
copy (select id, code, name, award, 'zhuzhou-brand-2023' as scheme, clause, status, (entitled_fen / 100)::decimal(18, 2) as entitled_yuan, (payable_fen / 100)::decimal(18, 2) as payable_yuan from lines) to 'OUT/payouts.csv' (header);
copy (
    select 'total' as by, '' as key, count(*) as rows, sum(payable_fen) as fen from lines
    union all select 'clause', coalesce(clause, ''), count(*), sum(payable_fen) from lines group by 2
    union all select 'status', status, count(*), sum(payable_fen) from lines group by 2
) to 'OUT/summary.csv' (header);
