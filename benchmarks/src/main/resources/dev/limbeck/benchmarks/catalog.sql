select 'table', c.relname, '', '' from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
union all
select 'column', c.relname, a.attname, replace(format_type(a.atttypid, a.atttypmod), 'timestamp(6)', 'timestamp')
       || case when a.attnotnull then ' not null' else '' end || case when a.attidentity <> '' then ' identity' else '' end
       || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
 where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
union all
select 'constraint', c.relname, case k.contype when 'p' then '' else k.conname end, pg_get_constraintdef(k.oid)
  from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relnamespace = 'public'::regnamespace
union all
select 'index', c.relname, i.relname, regexp_replace(pg_get_indexdef(x.indexrelid), '^.* USING ', '')
  from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
 where c.relnamespace = 'public'::regnamespace and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid)
