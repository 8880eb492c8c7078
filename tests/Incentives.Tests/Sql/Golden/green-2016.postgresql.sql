-- Incentives 0.1.0: payouts as one query, dialect postgresql.
-- 由规则文件生成，与 incentives calculate 的结果逐行逐分一致；说明见 docs/sql.md。
-- Written from rule files; gives what `incentives calculate` gives, line by line and to the fen. See docs/sql.md.
-- 办法 scheme chongqing-green-2016: 重庆市“三品”认证补助(2016年)  2016-01-01..2016-12-31
--
-- 输入表 input tables (export sql --data writes files for them). An empty cell is NULL. Money is whole fen, a number whole millionths,
-- a date yyyymmdd (its _last column: the last day of a month or a year), a flag 1 or 0. Names are in the form in which they are compared.
-- create table roster (
--   row_no bigint,
--   file integer,
--   line integer,
--   problem text,
--   mark text,
--   name text,
--   code text,
--   award text,
--   roster_id text,
--   recipient_id text,
--   recipient text,
--   award_text text,
--   date integer,
--   date_last integer,
--   quantity numeric,
--   approved numeric
-- );
-- create table history (
--   seq bigint,
--   file integer,
--   line integer,
--   name text,
--   code text,
--   award text
-- );
-- create table name_lists (
--   list text,
--   entry text,
--   first_day integer,
--   last_day integer
-- );
-- create table aliases (
--   former text,
--   present text
-- );

set standard_conforming_strings = on;
drop table if exists payouts;
create table payouts as
with
-- chongqing-green-2016: other spellings of its awards, and what their names say of level and kind
s1_awards as (
  select * from (values
    ('无公害农产品认证', '无公害农产品', cast(null as text), cast(null as text)),
    ('有机食品认证', '有机食品', cast(null as text), cast(null as text)),
    ('绿色食品认证', '绿色食品', cast(null as text), cast(null as text))
  ) as n(spelling, award, level, kind)
),

-- chongqing-green-2016 重庆市“三品”认证补助(2016年): the rows as it sees them
s1 as (
  select r.row_no, r.file, r.line, r.name, r.code, r.award as spelling, coalesce(n.award, r.award) as award, r.date, r.date_last, r.quantity, r.approved
  from roster r
  left join s1_awards n on n.spelling = r.award
  where r.problem is null
),

-- chongqing-green-2016 补助标准 products: the rows it may apply to, and what it grants them
c1_rows_1 as materialized (
  select r.*,
         cast(case when award = '无公害农产品' then 500000
              when award = '绿色食品' then 1000000
              when award = '有机食品' then 2000000 end as numeric) as amount,
         (date is null or case when (date between 20160101 and 20161231) = (date_last between 20160101 and 20161231) then (date between 20160101 and 20161231) end) as in_force,
         award in ('无公害农产品', '有机食品', '绿色食品') as matches
  from s1 r
  where award in ('无公害农产品', '有机食品', '绿色食品')
),

c1_rows_2 as materialized (
  select p.*,
         case when award is null then 'missing' when amount is null then 'no-row' end as amount_bad
  from c1_rows_1 p
),

c1_rows_3 as materialized (
  select p.*,
         cast((amount * coalesce(quantity, cast(1000000 as numeric))) as numeric) as granted
  from c1_rows_2 p
),

c1_rows_4 as materialized (
  select p.*,
         case when amount_bad is null then div(cast(((granted * 2) + 1000000) as numeric), 2000000) end as rounded
  from c1_rows_3 p
),

c1_rows as materialized (
  select p.*,
         case when amount_bad = 'impossible' then 'no-value'
              when rounded > 1000000000000000 then 'no-value' end as fate
  from c1_rows_4 p
),

-- 补助标准 products: claim lines
c1 as (
  select case when in_force is null then case when not matches then 'no' else 'unknown' end
              when not in_force then case when not matches then 'no' else 'outside' end
              when amount_bad = 'no-row' then 'no'
              when amount_bad = 'unpublished' then 'unpublished'
              when amount_bad = 'missing' then 'unknown'
              else 'line' end as verdict, 0 as elsewhere, 0 as needs_date,
         cast(0 as bigint) as ord, row_no, file, line, 0 as clause_no, coalesce(date, 99991231) as date, name, code,
         cast(null as text) as who, award,
         case when rounded is null or rounded > 1000000000000000 then cast(0 as numeric) else rounded end as e,
         case when fate is null then rounded else cast(0 as numeric) end as a, case when fate is null then 1 else 0 end as live, 0 as hold,
         0 as is_open, 0 as taint,
         case when fate = 'excluded' then 1 when fate in ('missing-evidence', 'missing-value', 'quantity-unclear') then 2 else 0 end as event,
         case fate when 'no-value' then 'rejected' when 'excluded' then 'zero' when 'missing-value' then 'held' when 'missing-evidence' then 'held' when 'quantity-unclear' then 'held' end as decided,
         case when fate is not null then fate else 'full' end as reason,
         case when fate is null and rounded = 0 then 'rated-zero' end as zeroed, cast(null as text) as cut,
         case when fate is not null then ';' || fate else case when coalesce(approved <> rounded, false) then ';approved-ignored' else ';full' end || case when rounded = 0 then ';rated-zero' else '' end end as reasons
  from c1_rows
),

-- what each clause says of each row
found as (
  select verdict, elsewhere, needs_date, ord, row_no, file, line, clause_no, date, name, code, who, award, e, a, live, hold, is_open, taint, event, decided, reason, zeroed, cut, reasons from c1 where verdict <> 'no'
),

-- stage 2: a row is paid under no clause while another cannot be decided
verdicts as (
  select row_no,
         max(case when verdict = 'unknown' then 1 else 0 end) as is_unknown,
         max(case when verdict = 'line' then 1 else 0 end) as has_line,
         max(case when verdict = 'line' and date = 99991231 then needs_date else 0 end) as lacks_date,
         max(case when verdict = 'unpublished' then 1 else 0 end) as is_unpublished,
         max(case when verdict = 'outside' then 1 else 0 end) as is_outside,
         max(case when verdict = 'outside' then elsewhere else 0 end) as is_elsewhere
  from found
  group by row_no
),

-- all lines: rejected, waiting or unmatched rows, then what the clauses grant
chosen as (
  select cast(0 as bigint) as ord, r.row_no, r.file, r.line, -1 as clause_no, coalesce(r.date, 99991231) as date, r.name, r.code,
         cast(null as text) as who, r.award, cast(0 as numeric) as e, cast(0 as numeric) as a, 0 as live, 0 as hold, 0 as is_open,
         0 as taint, 0 as event,
         case when r.problem is not null or r.why = 'missing-date' then 'rejected' when r.why = 'missing-value' then 'held' else 'unmatched' end as decided,
         r.why as reason, cast(null as text) as zeroed, cast(null as text) as cut, ';' || r.why as reasons
  from (select r.*,
               case when r.problem is not null then r.problem when v.is_unknown = 1 then 'missing-value' when v.lacks_date = 1 then 'missing-date'
                    when v.is_unpublished = 1 then 'amount-unpublished' when v.is_outside = 1 and v.is_elsewhere = 0 then 'outside-period' else 'no-clause' end as why
        from roster r
        left join verdicts v on v.row_no = r.row_no
        where r.problem is not null or v.row_no is null or v.is_unknown = 1 or v.has_line = 0 or v.lacks_date = 1) r
  union all
  select f.ord, f.row_no, f.file, f.line, f.clause_no, f.date, f.name, f.code, f.who, f.award, f.e, f.a, f.live, f.hold, f.is_open, f.taint,
         f.event, f.decided, f.reason, f.zeroed, f.cut, f.reasons
  from found f
  join verdicts v on v.row_no = f.row_no
  where f.verdict = 'line' and v.is_unknown = 0 and v.lacks_date = 0
),

-- rows with an id that are alike to the last character
marks as (
  select row_no, min(row_no) over (partition by mark) as first_no
  from roster
  where mark is not null
),

copies as (
  select m.row_no
  from marks m
  join chosen l on l.row_no = m.row_no
  left join chosen o on o.row_no = m.first_no and o.clause_no = l.clause_no and o.date = l.date and o.e = l.e
    and coalesce(o.name, '') = coalesce(l.name, '') and coalesce(o.code, '') = coalesce(l.code, '') and coalesce(o.award, '') = coalesce(l.award, '')
  where m.first_no < m.row_no
  group by m.row_no
  having count(*) = count(o.row_no)
),

-- the code a name goes with; where there are two, nobody can say which is meant
identities as (
  select coalesce(b.present, s.name) as name, min(s.code) as code, max(s.code) as other
  from (select name, code from roster union all select name, code from history) s
  left join aliases b on b.former = s.name
  where s.name is not null and s.code is not null
  group by coalesce(b.present, s.name)
),

-- claim lines in their order: date, file, line, clause
lines as (
  select row_number() over (order by l.date, l.file, l.line, l.clause_no) as ord, l.row_no, l.file, l.line, l.clause_no, l.date, l.name,
         l.code, coalesce(l.code, case when i.name is null then coalesce(b.present, l.name) when i.code = i.other then i.code end) as who,
         l.award, l.e, case when y.row_no is not null and (l.live = 1 or l.decided <> 'rejected') then cast(0 as numeric) else l.a end as a,
         case when y.row_no is not null and (l.live = 1 or l.decided <> 'rejected') then 0 else l.live end as live,
         case when y.row_no is not null and (l.live = 1 or l.decided <> 'rejected') then 0 else l.hold end as hold,
         case when y.row_no is not null and (l.live = 1 or l.decided <> 'rejected') then 0 else l.is_open end as is_open,
         case when y.row_no is not null and (l.live = 1 or l.decided <> 'rejected') then 0 else l.taint end as taint,
         case when y.row_no is not null and (l.live = 1 or l.decided <> 'rejected') then 0 else l.event end as event,
         case when y.row_no is not null and (l.live = 1 or l.decided <> 'rejected') then 'rejected' else l.decided end as decided,
         case when y.row_no is not null and (l.live = 1 or l.decided <> 'rejected') then 'duplicate-row' else l.reason end as reason,
         l.zeroed, l.cut,
         case when y.row_no is not null and (l.live = 1 or l.decided <> 'rejected') then ';duplicate-row' else l.reasons end as reasons
  from chosen l
  left join copies y on y.row_no = l.row_no
  left join aliases b on b.former = l.name
  left join identities i on i.name = coalesce(b.present, l.name)
),

-- what became of each line
decided as (
  select l.*, r.roster_id, r.recipient_id, r.recipient, r.award_text,
         case when l.live = 0 then l.decided when l.hold = 1 and l.a > 0 then 'held' when l.a = 0 then 'zero' when l.is_open = 1 then 'pay-up-to' else 'pay' end as status,
         case when l.live = 1 and l.hold = 0 then l.a else cast(0 as numeric) end as payable,
         case when l.live = 1 and l.hold = 1 then l.a else cast(0 as numeric) end as reserved
  from lines l
  join roster r on r.row_no = l.row_no
)

select l.line as line,
       l.roster_id as roster_id,
       l.recipient_id as recipient_id,
       l.recipient as recipient,
       l.award_text as award,
       case when l.clause_no in (0) then 'chongqing-green-2016' else '' end as scheme,
       case when l.clause_no in (0) then 'products' else '' end as clause,
       l.status as status,
       case when l.live = 0 or l.status = 'held' then l.reason when l.status = 'zero' then l.zeroed else coalesce(l.cut, l.reason) end as reason,
       cast(l.e * 0.01 as numeric(18, 2)) as entitled_yuan,
       cast(l.payable * 0.01 as numeric(18, 2)) as payable_yuan,
       cast(l.reserved * 0.01 as numeric(18, 2)) as held_yuan,
       case when l.taint = 1 and l.is_open = 0 and l.status in ('pay', 'held') then 1 else 0 end as provisional,
       substring(case when l.reasons || ';' like '%;missing-recipient;%' then ';missing-recipient' else '' end
         || case when l.reasons || ';' like '%;missing-award;%' then ';missing-award' else '' end
         || case when l.reasons || ';' like '%;missing-date;%' then ';missing-date' else '' end
         || case when l.reasons || ';' like '%;bad-date;%' then ';bad-date' else '' end
         || case when l.reasons || ';' like '%;bad-amount;%' then ';bad-amount' else '' end
         || case when l.reasons || ';' like '%;bad-quantity;%' then ';bad-quantity' else '' end
         || case when l.reasons || ';' like '%;bad-number;%' then ';bad-number' else '' end
         || case when l.reasons || ';' like '%;bad-flag;%' then ';bad-flag' else '' end
         || case when l.reasons || ';' like '%;bad-kind;%' then ';bad-kind' else '' end
         || case when l.reasons || ';' like '%;bad-id;%' then ';bad-id' else '' end
         || case when l.reasons || ';' like '%;field-count;%' then ';field-count' else '' end
         || case when l.reasons || ';' like '%;total-row;%' then ';total-row' else '' end
         || case when l.reasons || ';' like '%;duplicate-row;%' then ';duplicate-row' else '' end
         || case when l.reasons || ';' like '%;no-clause;%' then ';no-clause' else '' end
         || case when l.reasons || ';' like '%;outside-period;%' then ';outside-period' else '' end
         || case when l.reasons || ';' like '%;amount-unpublished;%' then ';amount-unpublished' else '' end
         || case when l.reasons || ';' like '%;excluded;%' then ';excluded' else '' end
         || case when l.reasons || ';' like '%;outside-window;%' then ';outside-window' else '' end
         || case when l.reasons || ';' like '%;expired;%' then ';expired' else '' end
         || case when l.reasons || ';' like '%;exclusive-other;%' then ';exclusive-other' else '' end
         || case when l.reasons || ';' like '%;suspended;%' then ';suspended' else '' end
         || case when l.reasons || ';' like '%;missing-value;%' then ';missing-value' else '' end
         || case when l.reasons || ';' like '%;missing-evidence;%' then ';missing-evidence' else '' end
         || case when l.reasons || ';' like '%;clauses-conflict;%' then ';clauses-conflict' else '' end
         || case when l.reasons || ';' like '%;identity-doubtful;%' then ';identity-doubtful' else '' end
         || case when l.reasons || ';' like '%;quantity-unclear;%' then ';quantity-unclear' else '' end
         || case when l.reasons || ';' like '%;no-value;%' then ';no-value' else '' end
         || case when l.reasons || ';' like '%;full;%' then ';full' else '' end
         || case when l.reasons || ';' like '%;approved;%' then ';approved' else '' end
         || case when l.reasons || ';' like '%;ceiling-open;%' then ';ceiling-open' else '' end
         || case when l.reasons || ';' like '%;above-ceiling;%' then ';above-ceiling' else '' end
         || case when l.reasons || ';' like '%;approved-ignored;%' then ';approved-ignored' else '' end
         || case when l.reasons || ';' like '%;clause-cap;%' then ';clause-cap' else '' end
         || case when l.reasons || ';' like '%;raised-to-floor;%' then ';raised-to-floor' else '' end
         || case when l.reasons || ';' like '%;below-threshold;%' then ';below-threshold' else '' end
         || case when l.reasons || ';' like '%;rated-zero;%' then ';rated-zero' else '' end
         || case when l.reasons || ';' like '%;not-first;%' then ';not-first' else '' end
         || case when l.reasons || ';' like '%;within-years;%' then ';within-years' else '' end
         || case when l.reasons || ';' like '%;renewal;%' then ';renewal' else '' end
         || case when l.reasons || ';' like '%;repeat-reduced;%' then ';repeat-reduced' else '' end
         || case when l.reasons || ';' like '%;below-minimum;%' then ';below-minimum' else '' end
         || case when l.reasons || ';' like '%;topped-up;%' then ';topped-up' else '' end
         || case when l.reasons || ';' like '%;lower-award;%' then ';lower-award' else '' end
         || case when l.reasons || ';' like '%;already-paid;%' then ';already-paid' else '' end
         || case when l.reasons || ';' like '%;combined;%' then ';combined' else '' end
         || case when l.reasons || ';' like '%;exclusive;%' then ';exclusive' else '' end
         || case when l.reasons || ';' like '%;shared;%' then ';shared' else '' end
         || case when l.reasons || ';' like '%;not-first-drafter;%' then ';not-first-drafter' else '' end
         || case when l.reasons || ';' like '%;share-missing;%' then ';share-missing' else '' end
         || case when l.reasons || ';' like '%;shares-exceed;%' then ';shares-exceed' else '' end
         || case when l.reasons || ';' like '%;pool-differs;%' then ';pool-differs' else '' end
         || case when l.reasons || ';' like '%;cap-quantity;%' then ';cap-quantity' else '' end
         || case when l.reasons || ';' like '%;cap-clause;%' then ';cap-clause' else '' end
         || case when l.reasons || ';' like '%;cap-subject;%' then ';cap-subject' else '' end
         || case when l.reasons || ';' like '%;cap-year;%' then ';cap-year' else '' end
         || case when l.reasons || ';' like '%;cap-lifetime;%' then ';cap-lifetime' else '' end
         || case when l.reasons || ';' like '%;envelope-order;%' then ';envelope-order' else '' end
         || case when l.reasons || ';' like '%;envelope-priority;%' then ';envelope-priority' else '' end
         || case when l.reasons || ';' like '%;envelope-prorata;%' then ';envelope-prorata' else '' end
         || case when l.reasons || ';' like '%;envelope-scheme;%' then ';envelope-scheme' else '' end
         || case when l.reasons || ';' like '%;envelope-exceeded;%' then ';envelope-exceeded' else '' end
         || case when l.reasons || ';' like '%;rounded;%' then ';rounded' else '' end, 2) as reasons,
       l.file as file,
       l.row_no as row_no,
       l.clause_no as clause_no,
       coalesce(l.who, l.name) as who,
       l.award as award_name
from decided l;

-- 控制总数，与运行文件夹的 summary.csv 对照。 Control totals, to be compared with a run folder's summary.csv.
drop table if exists payout_totals;
create table payout_totals as
with labels as (
  select * from (values
  ('', '无公害农产品认证', '无公害农产品'),
  ('', '有机食品认证', '有机食品'),
  ('', '绿色食品认证', '绿色食品')
  ) as n(scheme, award, shown)
)
select 'total' as sum_by, '' as sum_key, count(*) as line_count, count(distinct p.who) as recipients, coalesce(sum(p.entitled_yuan), cast(0 as decimal(18, 2))) as entitled_yuan, coalesce(sum(p.payable_yuan), cast(0 as decimal(18, 2))) as payable_yuan
from payouts p
union all
select 'scheme' as sum_by, p.scheme as sum_key, count(*) as line_count, count(distinct p.who) as recipients, coalesce(sum(p.entitled_yuan), cast(0 as decimal(18, 2))) as entitled_yuan, coalesce(sum(p.payable_yuan), cast(0 as decimal(18, 2))) as payable_yuan
from payouts p
group by p.scheme
union all
select 'clause' as sum_by, p.clause as sum_key, count(*) as line_count, count(distinct p.who) as recipients, coalesce(sum(p.entitled_yuan), cast(0 as decimal(18, 2))) as entitled_yuan, coalesce(sum(p.payable_yuan), cast(0 as decimal(18, 2))) as payable_yuan
from payouts p
group by p.clause
union all
select 'department' as sum_by, '' as sum_key, count(*) as line_count, count(distinct p.who) as recipients, coalesce(sum(p.entitled_yuan), cast(0 as decimal(18, 2))) as entitled_yuan, coalesce(sum(p.payable_yuan), cast(0 as decimal(18, 2))) as payable_yuan
from payouts p
union all
select 'award' as sum_by, coalesce(n.shown, p.award_name, '') as sum_key, count(*) as line_count, count(distinct p.who) as recipients, coalesce(sum(p.entitled_yuan), cast(0 as decimal(18, 2))) as entitled_yuan, coalesce(sum(p.payable_yuan), cast(0 as decimal(18, 2))) as payable_yuan
from payouts p
left join labels n on n.scheme = p.scheme and n.award = p.award_name
group by coalesce(n.shown, p.award_name, '')
union all
select 'status' as sum_by, p.status as sum_key, count(*) as line_count, count(distinct p.who) as recipients, coalesce(sum(p.entitled_yuan), cast(0 as decimal(18, 2))) as entitled_yuan, coalesce(sum(p.payable_yuan), cast(0 as decimal(18, 2))) as payable_yuan
from payouts p
group by p.status;
