<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect to a service</source>
        <translation>Подключение к сервису</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Адрес</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>Адрес сервиса</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Токен</translation>
    </message>
    <message>
        <source>Token of the service</source>
        <translation>Токен сервиса</translation>
    </message>
    <message>
        <source>From the service&apos;s administrator, or its admin.token</source>
        <translation>От администратора сервиса или из его admin.token</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Имя</translation>
    </message>
    <message>
        <source>Name in the list</source>
        <translation>Имя в списке</translation>
    </message>
    <message>
        <source>Te&amp;st connection</source>
        <translation>&amp;Проверить связь</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Проверить связь</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>&amp;What is there</source>
        <translation>&amp;Что там</translation>
    </message>
    <message>
        <source>What is at the address</source>
        <translation>Что находится по адресу</translation>
    </message>
    <message>
        <source>A&amp;ccess</source>
        <translation>&amp;Доступ</translation>
    </message>
    <message>
        <source>How access is granted</source>
        <translation>Как разрешается доступ</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>И&amp;мя</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Имя пользователя</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Заголовки</translation>
    </message>
    <message>
        <source>Headers to send with each request</source>
        <translation>Заголовки для каждого запроса</translation>
    </message>
    <message>
        <source>N&amp;umbers</source>
        <translation>Ч&amp;исла</translation>
    </message>
    <message>
        <source>Numbers to keep</source>
        <translation>Какие числа хранить</translation>
    </message>
    <message>
        <source>&amp;Ask every</source>
        <translation>&amp;Опрос раз в</translation>
    </message>
    <message>
        <source>Seconds between two requests</source>
        <translation>Секунд между запросами</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>&amp;Keep secrets</source>
        <translation>&amp;Хранить секреты</translation>
    </message>
    <message>
        <source>Where secrets are kept</source>
        <translation>Где хранятся секреты</translation>
    </message>
    <message>
        <source>This desktop offers no keychain, so secrets can be kept only in a file that you alone may read, or forgotten when Pult ends.</source>
        <translation>На этом рабочем столе нет связки ключей, поэтому секреты можно хранить только в файле, доступном вам одному, или забыть при выходе из Pult.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export history</source>
        <translation>Выгрузка истории</translation>
    </message>
    <message>
        <source>&amp;Samples of</source>
        <translation>&amp;За время</translation>
    </message>
    <message>
        <source>Range of time to export</source>
        <translation>Время, за которое выгрузить</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;С</translation>
    </message>
    <message>
        <source>Beginning of the range</source>
        <translation>Начало промежутка</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;По</translation>
    </message>
    <message>
        <source>End of the range</source>
        <translation>Конец промежутка</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>OpenMetrics text, which promtool reads</source>
        <translation>Текст OpenMetrics, его читает promtool</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Ход выгрузки</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Выгрузить в файл…</translation>
    </message>
    <message>
        <source>Export to a file</source>
        <translation>Выгрузить в файл</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Go back to this revision</source>
        <translation>Вернуться к этой ревизии</translation>
    </message>
    <message>
        <source>About the revision</source>
        <translation>О ревизии</translation>
    </message>
</context>
<context>
    <name>JobDetailPanel</name>
    <message>
        <source>Select a job to see its times, parameters and result.</source>
        <translation>Выберите задание, чтобы увидеть его время, параметры и результат.</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Отменить задание</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Отменить задание</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Запустить снова</translation>
    </message>
    <message>
        <source>Run the job again</source>
        <translation>Запустить задание снова</translation>
    </message>
    <message>
        <source>Job id</source>
        <translation>Идентификатор задания</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ход выполнения</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Запрос</translation>
    </message>
</context>
<context>
    <name>JobTablePanel</name>
    <message>
        <source>Filter by prompt or id</source>
        <translation>Фильтр по запросу или идентификатору</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Задания</translation>
    </message>
    <message>
        <source>Submit a test job</source>
        <translation>Отправить пробное задание</translation>
    </message>
    <message>
        <source>Go to the page Test jobs</source>
        <translation>Перейти на страницу «Проверка»</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Service</source>
        <translation>&amp;Сервис</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Add a service…</source>
        <translation>&amp;Добавить сервис…</translation>
    </message>
    <message>
        <source>Start the &amp;built-in service</source>
        <translation>Запустить &amp;встроенный сервис</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Обновить</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Найти…</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Как на рабочем &amp;столе</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмная</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Светлая</translation>
    </message>
    <message>
        <source>&amp;About Pult</source>
        <translation>&amp;О программе Pult</translation>
    </message>
    <message>
        <source>&amp;1 day</source>
        <translation>&amp;1 день</translation>
    </message>
    <message>
        <source>&amp;7 days</source>
        <translation>&amp;7 дней</translation>
    </message>
    <message>
        <source>&amp;30 days</source>
        <translation>&amp;30 дней</translation>
    </message>
    <message>
        <source>E&amp;xport history…</source>
        <translation>Выгру&amp;зить историю…</translation>
    </message>
    <message>
        <source>Keep &amp;history</source>
        <translation>Хранить &amp;историю</translation>
    </message>
    <message>
        <source>Up to 100 &amp;MiB a service</source>
        <translation>До 100 &amp;МиБ на сервис</translation>
    </message>
    <message>
        <source>Up to &amp;400 MiB a service</source>
        <translation>До &amp;400 МиБ на сервис</translation>
    </message>
    <message>
        <source>Up to 2 &amp;GiB a service</source>
        <translation>До 2 &amp;ГиБ на сервис</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Test jobs</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Ряды</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Панель</translation>
    </message>
</context>
<context>
    <name>PendingChangesPanel</name>
    <message>
        <source>Discard all</source>
        <translation>Отменить все</translation>
    </message>
    <message>
        <source>Discard all pending changes</source>
        <translation>Отменить все несделанные изменения</translation>
    </message>
    <message>
        <source>Change a value on the left: it waits here until you apply it.</source>
        <translation>Измените значение слева: оно подождёт здесь, пока вы его не примените.</translation>
    </message>
    <message>
        <source>Pending changes</source>
        <translation>Ещё не применено</translation>
    </message>
    <message>
        <source>Reason, for the history</source>
        <translation>Причина, для истории</translation>
    </message>
    <message>
        <source>Reason for the history</source>
        <translation>Причина для истории</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Check without changing anything</source>
        <translation>Проверить, ничего не меняя</translation>
    </message>
    <message>
        <source>Asks the service whether it would take the changes</source>
        <translation>Спрашивает сервис, примет ли он изменения</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Picture</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Load the result again</source>
        <translation>Загрузить результат снова</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Save the result as a file</source>
        <translation>Сохранить результат в файл</translation>
    </message>
</context>
<context>
    <name>SeriesPicker</name>
    <message>
        <source>Words of a name or a label</source>
        <translation>Слова из имени или метки</translation>
    </message>
    <message>
        <source>Find series</source>
        <translation>Найти ряды</translation>
    </message>
    <message>
        <source>Series found</source>
        <translation>Найденные ряды</translation>
    </message>
    <message>
        <source>About the metric</source>
        <translation>О метрике</translation>
    </message>
    <message>
        <source>Add to the chart</source>
        <translation>На график</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Search the settings</source>
        <translation>Поиск по настройкам</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Набор настроек</translation>
    </message>
    <message>
        <source>Fills the pending changes with a preset</source>
        <translation>Заполняет изменения готовым набором</translation>
    </message>
    <message>
        <source>Users at once</source>
        <translation>Пользователей</translation>
    </message>
    <message>
        <source>Advise</source>
        <translation>Посоветовать</translation>
    </message>
    <message>
        <source>Fill in the advice for that many users</source>
        <translation>Подставить совет для такого числа пользователей</translation>
    </message>
    <message>
        <source>Fills the pending changes with the advice for that many users</source>
        <translation>Заполняет изменения советом для такого числа пользователей</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>About the setting</source>
        <translation>О настройке</translation>
    </message>
</context>
<context>
    <name>StickerFileField</name>
    <message>
        <source>Sticker file</source>
        <translation>Файл стикера</translation>
    </message>
    <message>
        <source>Render a sticker file of Telegram (TGS) instead of a prompt</source>
        <translation>Нарисовать файл стикера Telegram (TGS) вместо запроса</translation>
    </message>
    <message>
        <source>Without a file</source>
        <translation>Без файла</translation>
    </message>
    <message>
        <source>Without a sticker file</source>
        <translation>Без файла стикера</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
</context>
<context>
    <name>TestFormPanel</name>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>What should be made? For example: a red fox in the snow</source>
        <translation>Что создать? Например: рыжая лиса в снегу</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>0 to 9, higher first</source>
        <translation>От 0 до 9, больший раньше</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>How many jobs</source>
        <translation>Сколько заданий</translation>
    </message>
    <message>
        <source>1 to 200</source>
        <translation>От 1 до 200</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Темп</translation>
    </message>
    <message>
        <source>Jobs per second</source>
        <translation>Заданий в секунду</translation>
    </message>
    <message>
        <source>0.1 to 50 jobs per second</source>
        <translation>От 0,1 до 50 заданий в секунду</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Stop remaining</source>
        <translation>Остановить остальные</translation>
    </message>
    <message>
        <source>Submit no more of them</source>
        <translation>Больше не отправлять</translation>
    </message>
</context>
<context>
    <name>TestResultPanel</name>
    <message>
        <source>Again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Submit the same job again</source>
        <translation>Отправить то же задание снова</translation>
    </message>
    <message>
        <source>The same parameters and seed</source>
        <translation>Те же параметры и зерно</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>Вариант</translation>
    </message>
    <message>
        <source>Submit it with another seed</source>
        <translation>Отправить с другим зерном</translation>
    </message>
    <message>
        <source>The same parameters with another seed</source>
        <translation>Те же параметры с другим зерном</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Копировать как curl</translation>
    </message>
    <message>
        <source>Copy as a curl command</source>
        <translation>Копировать как команду curl</translation>
    </message>
    <message>
        <source>Reads the token from $PULT_TOKEN</source>
        <translation>Токен берётся из $PULT_TOKEN</translation>
    </message>
</context>
<context>
    <name>pult::models</name>
    <message>
        <source>measuring… %1</source>
        <translation>измеряется… %1</translation>
    </message>
    <message>
        <source>%1 (over %2)</source>
        <translation>%1 (за %2)</translation>
    </message>
    <message>
        <source>Throughput: %1</source>
        <translation>Выполнение: %1</translation>
    </message>
    <message>
        <source>Response p95: %1</source>
        <translation>Ответ p95: %1</translation>
    </message>
    <message>
        <source>Queued: %1</source>
        <translation>В очереди: %1</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation>Выполняется: %1</translation>
    </message>
    <message>
        <source>Means over %1 before and %2 after.</source>
        <translation>Средние за %1 до и %2 после.</translation>
    </message>
    <message>
        <source>Complete in %1.</source>
        <translation>Готово через %1.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Видео</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Стикер</translation>
    </message>
    <message>
        <source>text jobs</source>
        <translation>текстовых заданий</translation>
    </message>
    <message>
        <source>image jobs</source>
        <translation>заданий на картинки</translation>
    </message>
    <message>
        <source>video jobs</source>
        <translation>заданий на видео</translation>
    </message>
    <message>
        <source>sticker jobs</source>
        <translation>заданий на стикеры</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Выполняется</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Время вышло</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ширина</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Высота</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Слова</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Кадры</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>сразу</translation>
    </message>
    <message>
        <source>after a restart</source>
        <translation>после перезапуска</translation>
    </message>
    <message>
        <source>on</source>
        <translation>вкл.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выкл.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>не менее %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>не более %1</translation>
    </message>
    <message>
        <source>Something in the input is wrong.</source>
        <translation>Что-то во вводе неверно.</translation>
    </message>
    <message>
        <source>This token does not allow that.</source>
        <translation>Этот токен такого не разрешает.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>Этого больше нет.</translation>
    </message>
    <message>
        <source>The present state does not allow that.</source>
        <translation>Нынешнее состояние этого не допускает.</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile.</source>
        <translation>Тем временем это изменил кто-то другой.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Слишком велико.</translation>
    </message>
    <message>
        <source>The service does not offer that.</source>
        <translation>Сервис такого не умеет.</translation>
    </message>
    <message>
        <source>The rate limit is reached.</source>
        <translation>Предел частоты достигнут.</translation>
    </message>
    <message>
        <source>The service is not available now.</source>
        <translation>Сервис сейчас недоступен.</translation>
    </message>
    <message>
        <source>It took too long.</source>
        <translation>Это длилось слишком долго.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>The answer makes no sense.</source>
        <translation>Ответ не имеет смысла.</translation>
    </message>
    <message>
        <source>The connection failed.</source>
        <translation>Нет соединения.</translation>
    </message>
    <message>
        <source>Something broke inside.</source>
        <translation>Внутренняя ошибка.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Try again in %1.</source>
        <translation>Повторите через %1.</translation>
    </message>
    <message>
        <source>auto (%1)</source>
        <translation>авто (%1)</translation>
    </message>
    <message>
        <source>This token or password is not known there.</source>
        <translation>Этот токен или пароль там неизвестен.</translation>
    </message>
</context>
<context>
    <name>pult::models::ChangeModel</name>
    <message>
        <source>Discard this change</source>
        <translation>Отменить это изменение</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Станет</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Действует</translation>
    </message>
</context>
<context>
    <name>pult::models::Format</name>
    <message>
        <source>B</source>
        <translation>Б</translation>
    </message>
    <message>
        <source>KiB</source>
        <translation>КиБ</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>МиБ</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>ГиБ</translation>
    </message>
    <message>
        <source>TiB</source>
        <translation>ТиБ</translation>
    </message>
    <message>
        <source>min</source>
        <translation>мин</translation>
    </message>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>h</source>
        <translation>ч</translation>
    </message>
    <message>
        <source>d</source>
        <translation>д</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>k</source>
        <comment>thousand</comment>
        <translation>тыс.</translation>
    </message>
    <message>
        <source>M</source>
        <comment>million</comment>
        <translation>млн</translation>
    </message>
    <message>
        <source>G</source>
        <comment>thousand million</comment>
        <translation>млрд</translation>
    </message>
    <message>
        <source>/s</source>
        <comment>per second</comment>
        <translation>/с</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>только что</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 назад</translation>
    </message>
    <message>
        <source>°C</source>
        <translation>°C</translation>
    </message>
    <message>
        <source>W</source>
        <comment>watts</comment>
        <translation>Вт</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a size per second</comment>
        <translation>%1/с</translation>
    </message>
</context>
<context>
    <name>pult::models::HistoryModel</name>
    <message>
        <source>Not measured: this console did not see it happen.</source>
        <translation>Не измерено: этот пульт не видел, как это было.</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Ревизия</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Эффект</translation>
    </message>
</context>
<context>
    <name>pult::models::JobModel</name>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Ждало</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Номер</translation>
    </message>
</context>
<context>
    <name>pult::models::Profile</name>
    <message>
        <source>95 of 100 HTTP requests of the last minute were answered faster</source>
        <translation>95 из 100 запросов HTTP за последнюю минуту получили ответ быстрее</translation>
    </message>
    <message>
        <source>95 of 100 jobs of the last minute ran shorter</source>
        <translation>95 из 100 заданий последней минуты выполнялись быстрее</translation>
    </message>
    <message>
        <source>95 of 100 requests of the last minute were answered faster, whole</source>
        <translation>На 95 из 100 запросов последней минуты весь ответ пришёл быстрее</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активные</translation>
    </message>
    <message>
        <source>Answers, bytes per second</source>
        <translation>Ответы, байт в секунду</translation>
    </message>
    <message>
        <source>As last reported: gunicorn tells of changes alone</source>
        <translation>По последнему сообщению: gunicorn сообщает только об изменениях</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Ожидают</translation>
    </message>
    <message>
        <source>Blocks found in memory</source>
        <translation>Блоки, найденные в памяти</translation>
    </message>
    <message>
        <source>Blocks that need not be read from the disk, last minute</source>
        <translation>Блоки, которые не пришлось читать с диска, за последнюю минуту</translation>
    </message>
    <message>
        <source>Busiest GPU</source>
        <translation>Самый занятый GPU</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Занятость</translation>
    </message>
    <message>
        <source>Busy slots</source>
        <translation>Занятые слоты</translation>
    </message>
    <message>
        <source>Busy workers</source>
        <translation>Занятые воркеры</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>Процессор</translation>
    </message>
    <message>
        <source>CPU, % of all cores</source>
        <translation>ЦП, % всех ядер</translation>
    </message>
    <message>
        <source>CPU, cores</source>
        <translation>ЦП, ядра</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Кэш</translation>
    </message>
    <message>
        <source>Celery</source>
        <translation>Celery</translation>
    </message>
    <message>
        <source>Celery, by Flower</source>
        <translation>Celery через Flower</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Commands per second</source>
        <translation>Команды в секунду</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Завершённые</translation>
    </message>
    <message>
        <source>Committed, mean of the last 30 s</source>
        <translation>Завершённые, среднее за последние 30 с</translation>
    </message>
    <message>
        <source>Connected, of how many may be</source>
        <translation>Подключено, из скольких возможных</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Соединения</translation>
    </message>
    <message>
        <source>Connections accepted and not handled: a limit is reached</source>
        <translation>Соединения приняты, но не обслужены: достигнут предел</translation>
    </message>
    <message>
        <source>Connections by state</source>
        <translation>Соединения по состояниям</translation>
    </message>
    <message>
        <source>Connections used</source>
        <translation>Занято соединений</translation>
    </message>
    <message>
        <source>Connections, % of those allowed</source>
        <translation>Соединения, % от разрешённых</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Контейнеры</translation>
    </message>
    <message>
        <source>Deadlocks</source>
        <translation>Взаимоблокировки</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Диски</translation>
    </message>
    <message>
        <source>Disks, % full</source>
        <translation>Диски, % заполнения</translation>
    </message>
    <message>
        <source>Disks, bytes per second</source>
        <translation>Диски, байт в секунду</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Отброшено</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Errors and refusals, % of answers</source>
        <translation>Ошибки и отказы, % ответов</translation>
    </message>
    <message>
        <source>Errors in the log</source>
        <translation>Ошибки в журнале</translation>
    </message>
    <message>
        <source>Errors in the log per second</source>
        <translation>Ошибки в журнале, в секунду</translation>
    </message>
    <message>
        <source>Errors, % of answers</source>
        <translation>Ошибки, % ответов</translation>
    </message>
    <message>
        <source>Evicted</source>
        <translation>Вытеснено</translation>
    </message>
    <message>
        <source>Failed jobs, % of ended</source>
        <translation>Неудачные задания, % завершённых</translation>
    </message>
    <message>
        <source>FastAPI</source>
        <translation>FastAPI</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Сбои</translation>
    </message>
    <message>
        <source>Fetched ahead</source>
        <translation>Взято заранее</translation>
    </message>
    <message>
        <source>First token p95</source>
        <translation>Первый токен p95</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Found in memory</source>
        <translation>Найдено в памяти</translation>
    </message>
    <message>
        <source>Fullest GPU</source>
        <translation>Самый полный GPU</translation>
    </message>
    <message>
        <source>Fullest disk</source>
        <translation>Самый полный диск</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>Память GPU</translation>
    </message>
    <message>
        <source>GPU, % busy</source>
        <translation>GPU, % занятости</translation>
    </message>
    <message>
        <source>Generation service</source>
        <translation>Сервис генерации</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Рост</translation>
    </message>
    <message>
        <source>Growth of the queue per second</source>
        <translation>Рост очереди в секунду</translation>
    </message>
    <message>
        <source>Hottest GPU</source>
        <translation>Самый горячий GPU</translation>
    </message>
    <message>
        <source>How much of maxmemory is used; unknown without such a limit</source>
        <translation>Сколько занято из maxmemory; без этого предела неизвестно</translation>
    </message>
    <message>
        <source>Idle in transaction</source>
        <translation>Ждут в транзакции</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Занято</translation>
    </message>
    <message>
        <source>Inside Redis, last minute</source>
        <translation>Внутри Redis, за последнюю минуту</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Задания</translation>
    </message>
    <message>
        <source>Jobs by state</source>
        <translation>Задания по состояниям</translation>
    </message>
    <message>
        <source>Jobs finished per second, mean of the last 15 s</source>
        <translation>Завершено заданий в секунду, среднее за последние 15 с</translation>
    </message>
    <message>
        <source>Jobs finished per second, mean of the last 30 s</source>
        <translation>Завершённые задания в секунду, среднее за последние 30 с</translation>
    </message>
    <message>
        <source>Jobs in the base lists: those with a priority of their own are not counted</source>
        <translation>Задания в основных списках: задания со своим приоритетом не учтены</translation>
    </message>
    <message>
        <source>Jobs in the workers</source>
        <translation>Задания у воркеров</translation>
    </message>
    <message>
        <source>Jobs that failed among those that ended, last minute</source>
        <translation>Неудачные среди завершившихся заданий, за последнюю минуту</translation>
    </message>
    <message>
        <source>Jobs that run now, of how many may run at once</source>
        <translation>Сколько заданий выполняется, и сколько может одновременно</translation>
    </message>
    <message>
        <source>Jobs that wait for a slot</source>
        <translation>Задания, которые ждут слота</translation>
    </message>
    <message>
        <source>Jobs that wait for a worker</source>
        <translation>Задания, которые ждут воркера</translation>
    </message>
    <message>
        <source>Jobs that workers work on</source>
        <translation>Задания, над которыми работают воркеры</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV-кэш</translation>
    </message>
    <message>
        <source>KV cache, % full</source>
        <translation>KV-кэш, % заполнения</translation>
    </message>
    <message>
        <source>Kept alive</source>
        <translation>Удерживаются</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Ключи</translation>
    </message>
    <message>
        <source>Keys found, % of asked</source>
        <translation>Найденные ключи, % запрошенных</translation>
    </message>
    <message>
        <source>Keys thrown away for want of memory: none in a broker</source>
        <translation>Ключи, удалённые из-за нехватки памяти: у брокера их быть не должно</translation>
    </message>
    <message>
        <source>Lengths of the watched keys</source>
        <translation>Длины наблюдаемых ключей</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Предел</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Нагрузка</translation>
    </message>
    <message>
        <source>Longest transaction</source>
        <translation>Самая долгая транзакция</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Машина</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Made per second, mean of the last 30 s</source>
        <translation>Создаётся в секунду, среднее за последние 30 с</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Среднее</translation>
    </message>
    <message>
        <source>Mean of the last 15 s</source>
        <translation>Среднее за последние 15 с</translation>
    </message>
    <message>
        <source>Mean of the last 30 s</source>
        <translation>Среднее за последние 30 с</translation>
    </message>
    <message>
        <source>Mean per command</source>
        <translation>В среднем на команду</translation>
    </message>
    <message>
        <source>Mean response</source>
        <translation>Средний ответ</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Предел памяти</translation>
    </message>
    <message>
        <source>Memory, % of the limit</source>
        <translation>Память, % предела</translation>
    </message>
    <message>
        <source>Most clients</source>
        <translation>Предел клиентов</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>Предел соединений</translation>
    </message>
    <message>
        <source>Near its limit it slows down</source>
        <translation>Вблизи предела он замедляется</translation>
    </message>
    <message>
        <source>Network, bytes per second</source>
        <translation>Сеть, байт в секунду</translation>
    </message>
    <message>
        <source>Of all containers</source>
        <translation>Всех контейнеров</translation>
    </message>
    <message>
        <source>Of all containers, mean of the last 30 s</source>
        <translation>Всех контейнеров, среднее за последние 30 с</translation>
    </message>
    <message>
        <source>Of how many are left to others than superusers</source>
        <translation>Из скольких доступных не только суперпользователям</translation>
    </message>
    <message>
        <source>Of its own memory</source>
        <translation>Собственной памяти</translation>
    </message>
    <message>
        <source>Of the GPU that takes most</source>
        <translation>GPU, который потребляет больше всех</translation>
    </message>
    <message>
        <source>Of the last minute</source>
        <translation>За последнюю минуту</translation>
    </message>
    <message>
        <source>Of the service&apos;s machine</source>
        <translation>Машины, на которой работает сервис</translation>
    </message>
    <message>
        <source>Of those that are registered</source>
        <translation>Из зарегистрированных</translation>
    </message>
    <message>
        <source>Of those that are written to</source>
        <translation>Из тех, на которые пишут</translation>
    </message>
    <message>
        <source>Pool usage, % of capacity</source>
        <translation>Занятость пулов, % ёмкости</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Мощность</translation>
    </message>
    <message>
        <source>Programs that run or wait, mean of the last minute</source>
        <translation>Программы, которые работают или ждут, среднее за последнюю минуту</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Queue, jobs</source>
        <translation>Очередь, заданий</translation>
    </message>
    <message>
        <source>RQ</source>
        <translation>RQ</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Прочитано</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Читают</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отказано</translation>
    </message>
    <message>
        <source>Refused clients and evicted keys per second</source>
        <translation>Отказы клиентам и вытесненные ключи в секунду</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Запросы в секунду</translation>
    </message>
    <message>
        <source>Requests per second, by handler</source>
        <translation>Запросы в секунду по обработчикам</translation>
    </message>
    <message>
        <source>Requests that are being answered</source>
        <translation>Запросы, на которые готовится ответ</translation>
    </message>
    <message>
        <source>Requests that are being answered; not every server tells</source>
        <translation>Запросы, на которые готовится ответ; сообщает не каждый сервер</translation>
    </message>
    <message>
        <source>Requests that wait for room</source>
        <translation>Запросы, которые ждут места</translation>
    </message>
    <message>
        <source>Response p95</source>
        <translation>Ответ p95</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Время ответа</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Повторы</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Отменённые</translation>
    </message>
    <message>
        <source>Run time</source>
        <translation>Время выполнения</translation>
    </message>
    <message>
        <source>Run time and wait</source>
        <translation>Время выполнения и ожидания</translation>
    </message>
    <message>
        <source>Run time p95</source>
        <translation>Выполнение p95</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Выполняются</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Server errors among all answers, last minute</source>
        <translation>Ошибки сервера среди всех ответов, за последнюю минуту</translation>
    </message>
    <message>
        <source>Server errors and failed jobs among all, last minute</source>
        <translation>Доля ошибок сервера и неудачных заданий за последнюю минуту</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>Слоты</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Хранилище</translation>
    </message>
    <message>
        <source>Taken by the host</source>
        <translation>Отнято хостом</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <source>Temporary files</source>
        <translation>Временные файлы</translation>
    </message>
    <message>
        <source>Temporary files, bytes per second</source>
        <translation>Временные файлы, байт в секунду</translation>
    </message>
    <message>
        <source>That is open now</source>
        <translation>Из открытых сейчас</translation>
    </message>
    <message>
        <source>The container that is nearest to its own; unknown without limits</source>
        <translation>Контейнер, который ближе всех к своему; без пределов неизвестно</translation>
    </message>
    <message>
        <source>The container that its CPU limit stops most, last minute</source>
        <translation>Контейнер, который предел ЦП останавливает чаще всех, за последнюю минуту</translation>
    </message>
    <message>
        <source>The part of time in which it works</source>
        <translation>Доля времени, когда он работает</translation>
    </message>
    <message>
        <source>They hold locks and do nothing</source>
        <translation>Держат блокировки и ничего не делают</translation>
    </message>
    <message>
        <source>Those that answer</source>
        <translation>Те, которые отвечают</translation>
    </message>
    <message>
        <source>Those that are kept alive included</source>
        <translation>Включая удерживаемые</translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation>Торможение</translation>
    </message>
    <message>
        <source>Throttled, % of periods</source>
        <translation>Торможение, % периодов</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Выполнение</translation>
    </message>
    <message>
        <source>Throughput, jobs per second</source>
        <translation>Выполнение, заданий в секунду</translation>
    </message>
    <message>
        <source>Time per command</source>
        <translation>Время на команду</translation>
    </message>
    <message>
        <source>To disks, mean of the last 15 s</source>
        <translation>На диски, среднее за последние 15 с</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>Токены в секунду</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Всего</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Транзакции</translation>
    </message>
    <message>
        <source>Transactions per second</source>
        <translation>Транзакции в секунду</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Занято</translation>
    </message>
    <message>
        <source>Used for data</source>
        <translation>Занято данными</translation>
    </message>
    <message>
        <source>Wait in the worker</source>
        <translation>Ожидание у воркера</translation>
    </message>
    <message>
        <source>Wait p95</source>
        <translation>Ожидание p95</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждут</translation>
    </message>
    <message>
        <source>Waiting for disks</source>
        <translation>Ожидание дисков</translation>
    </message>
    <message>
        <source>What no program could get without swapping</source>
        <translation>То, что программы не могли бы получить без подкачки</translation>
    </message>
    <message>
        <source>When it is full, requests wait or are done again</source>
        <translation>Когда он полон, запросы ждут или выполняются заново</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Воркеры</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Отвечают</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>XID errors of the driver, last 5 minutes</source>
        <translation>Ошибки XID драйвера, за последние 5 минут</translation>
    </message>
    <message>
        <source>gunicorn</source>
        <translation>gunicorn</translation>
    </message>
    <message>
        <source>nginx</source>
        <translation>nginx</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>p90</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>vLLM</source>
        <translation>vLLM</translation>
    </message>
</context>
<context>
    <name>pult::models::QueueModel</name>
    <message>
        <source>paused</source>
        <translation>пауза</translation>
    </message>
    <message>
        <source>never, at this rate</source>
        <translation>не при таком темпе</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Running / slots</source>
        <translation>Занято / слотов</translation>
    </message>
    <message>
        <source>Oldest wait</source>
        <translation>Ждёт макс.</translation>
    </message>
    <message>
        <source>Arriving</source>
        <translation>Поступает</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Завершается</translation>
    </message>
    <message>
        <source>Empty in</source>
        <translation>Опустеет через</translation>
    </message>
</context>
<context>
    <name>pult::models::SeriesListModel</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n ряд</numerusform>
            <numerusform>%n ряда</numerusform>
            <numerusform>%n рядов</numerusform>
        </translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Ряды</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
</context>
<context>
    <name>pult::models::SeriesText</name>
    <message>
        <source>Counter</source>
        <translation>Счётчик</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Гистограмма</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Сводка</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Set of states</source>
        <translation>Набор состояний</translation>
    </message>
    <message>
        <source>rate per second</source>
        <translation>прирост в секунду</translation>
    </message>
    <message>
        <source>increase</source>
        <translation>прирост</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <comment>type and unit of a metric</comment>
        <translation>%1, единица: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%n метрика</numerusform>
            <numerusform>%n метрики</numerusform>
            <numerusform>%n метрик</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pult::models::ServiceSentence</name>
    <message>
        <source>Must be a whole number from %1 to %2</source>
        <translation>Нужно целое число от %1 до %2</translation>
    </message>
    <message>
        <source>Must be a number</source>
        <translation>Нужно число</translation>
    </message>
    <message>
        <source>Must be a text</source>
        <translation>Нужен текст</translation>
    </message>
    <message>
        <source>Must be true or false</source>
        <translation>Нужно true или false</translation>
    </message>
    <message>
        <source>Must be an object</source>
        <translation>Нужен объект</translation>
    </message>
    <message>
        <source>Must be an array</source>
        <translation>Нужен список</translation>
    </message>
    <message>
        <source>Must be one of: %1</source>
        <translation>Допустимо только: %1</translation>
    </message>
    <message>
        <source>Must be from %1 to %2</source>
        <translation>Допустимо от %1 до %2</translation>
    </message>
    <message>
        <source>Must be given</source>
        <translation>Это обязательно</translation>
    </message>
    <message>
        <source>Must be given, and at least %1</source>
        <translation>Это обязательно, и не меньше %1</translation>
    </message>
    <message>
        <source>Must have %1 to %2 bytes</source>
        <translation>Допустимо от %1 до %2 байт</translation>
    </message>
    <message>
        <source>Must have at most %1 bytes</source>
        <translation>Допустимо не больше %1 байт</translation>
    </message>
    <message>
        <source>Must not hold NUL characters</source>
        <translation>Символы NUL недопустимы</translation>
    </message>
    <message>
        <source>Must be above 0 and at most %1 seconds, the limit of this kind</source>
        <translation>Допустимо больше 0 и не больше %1 с, предела этого вида</translation>
    </message>
    <message>
        <source>Differs from the kind in the address</source>
        <translation>Отличается от вида в адресе</translation>
    </message>
    <message>
        <source>Is not a cursor of this list</source>
        <translation>Это не позиция этого списка</translation>
    </message>
    <message>
        <source>There is no such member</source>
        <translation>Такого поля нет</translation>
    </message>
    <message>
        <source>Is not base64 (RFC 4648, with padding)</source>
        <translation>Это не base64 (RFC 4648, с дополнением)</translation>
    </message>
    <message>
        <source>Must be a TGS file (a gzipped Lottie animation) in base64</source>
        <translation>Нужен файл TGS (анимация Lottie, сжатая gzip) в base64</translation>
    </message>
    <message>
        <source>Is not taken together with tgs</source>
        <translation>Не принимается вместе с tgs</translation>
    </message>
    <message>
        <source>Is taken only together with tgs</source>
        <translation>Принимается только вместе с tgs</translation>
    </message>
    <message>
        <source>There is no such group</source>
        <translation>Такой группы нет</translation>
    </message>
    <message>
        <source>There is no such setting</source>
        <translation>Такого параметра нет</translation>
    </message>
    <message>
        <source>%1 fields are wrong</source>
        <translation>Полей с ошибками: %1</translation>
    </message>
    <message>
        <source>Not valid JSON at byte %1: %2</source>
        <translation>Ошибка в JSON, байт %1: %2</translation>
    </message>
    <message>
        <source>Unexpected text behind the JSON at byte %1</source>
        <translation>Лишний текст после JSON, байт %1</translation>
    </message>
    <message>
        <source>Send: Authorization: Bearer TOKEN</source>
        <translation>Нужен токен: укажите его в настройках соединения.</translation>
    </message>
    <message>
        <source>This token is not known here</source>
        <translation>Служба не знает этого токена</translation>
    </message>
    <message>
        <source>This needs the role %1; the token has %2</source>
        <translation>Нужна роль %1, а у токена роль %2</translation>
    </message>
    <message>
        <source>There is nothing at this address</source>
        <translation>По этому адресу ничего нет</translation>
    </message>
    <message>
        <source>Allowed here: %1</source>
        <translation>Здесь допустимо: %1</translation>
    </message>
    <message>
        <source>There is no such job</source>
        <translation>Такого задания нет</translation>
    </message>
    <message>
        <source>There is no job %1</source>
        <translation>Нет задания %1</translation>
    </message>
    <message>
        <source>There is no revision %1</source>
        <translation>Нет версии %1</translation>
    </message>
    <message>
        <source>The job is %1</source>
        <translation>Состояние задания: %1</translation>
    </message>
    <message>
        <source>The job has no result: it is %1</source>
        <translation>У задания нет результата, его состояние: %1</translation>
    </message>
    <message>
        <source>The job is being retried already</source>
        <translation>Задание уже запускается снова</translation>
    </message>
    <message>
        <source>The idempotency key was used with another request</source>
        <translation>Ключ идемпотентности уже использован с другим запросом</translation>
    </message>
    <message>
        <source>The configuration is at revision %1, not %2: read it again, then decide</source>
        <translation>Настройки уже в версии %1, а не %2: прочитайте их ещё раз и решите</translation>
    </message>
    <message>
        <source>The body is larger than this service takes</source>
        <translation>Тело запроса больше, чем принимает сервис</translation>
    </message>
    <message>
        <source>The request took too long to arrive</source>
        <translation>Запрос передавался слишком долго</translation>
    </message>
    <message>
        <source>Too many connections are open: try again soon</source>
        <translation>Открыто слишком много соединений: повторите чуть позже</translation>
    </message>
    <message>
        <source>Over the limit &quot;%1&quot; of %2 in %3 s: try again in %4 s</source>
        <translation>Превышен предел «%1»: %2 за %3 с. Повторите через %4 с.</translation>
    </message>
    <message>
        <source>The service is shutting down</source>
        <translation>Служба завершает работу</translation>
    </message>
    <message>
        <source>The queue is full: %1 jobs wait</source>
        <translation>Очередь полна: ждёт заданий: %1</translation>
    </message>
    <message>
        <source>The store does not work now: %1</source>
        <translation>Хранилище сейчас не работает: %1</translation>
    </message>
    <message>
        <source>The database refused: %1</source>
        <translation>База данных отказала: %1</translation>
    </message>
    <message>
        <source>The database gave the transaction up; is the disk full?</source>
        <translation>База данных отменила транзакцию; не заполнен ли диск?</translation>
    </message>
    <message>
        <source>The data directory cannot be written</source>
        <translation>В папку данных нельзя записать</translation>
    </message>
    <message>
        <source>That failed here; the log says why</source>
        <translation>Внутренний сбой сервиса; причина в его журнале</translation>
    </message>
    <message>
        <source>The service answered with HTTP status %1</source>
        <translation>Служба ответила кодом HTTP %1</translation>
    </message>
    <message>
        <source>The service sends the request elsewhere; connect to that address instead</source>
        <translation>Служба перенаправляет запрос; подключайтесь по тому адресу</translation>
    </message>
    <message>
        <source>The job was cancelled</source>
        <translation>Задание отменено</translation>
    </message>
    <message>
        <source>The job took longer than its time limit</source>
        <translation>Задание выполнялось дольше своего предела</translation>
    </message>
    <message>
        <source>This attempt was made to fail by synthetic.failure_ratio</source>
        <translation>Попытка провалена намеренно: synthetic.failure_ratio</translation>
    </message>
    <message>
        <source>The service stopped while the job ran</source>
        <translation>Служба остановилась, пока выполнялось задание</translation>
    </message>
    <message>
        <source>The TGS file is no whole gzip: it is cut off</source>
        <translation>Файл TGS — не целый gzip: он обрезан</translation>
    </message>
    <message>
        <source>The TGS file is no whole gzip: it is damaged</source>
        <translation>Файл TGS — не целый gzip: он повреждён</translation>
    </message>
    <message>
        <source>The TGS file is no whole gzip: something stands behind its end</source>
        <translation>Файл TGS — не целый gzip: после его конца что-то есть</translation>
    </message>
    <message>
        <source>The TGS file expands to more than %1 MiB</source>
        <translation>Файл TGS распаковывается больше чем в %1 МиБ</translation>
    </message>
    <message>
        <source>The TGS file holds no Lottie animation: it is not JSON</source>
        <translation>В файле TGS нет анимации Lottie: это не JSON</translation>
    </message>
    <message>
        <source>The TGS file holds no Lottie animation: it is not an object</source>
        <translation>В файле TGS нет анимации Lottie: это не объект</translation>
    </message>
    <message>
        <source>The TGS file holds no Lottie animation: it is nested more than %1 levels deep</source>
        <translation>В файле TGS нет анимации Lottie: вложенность больше %1 уровней</translation>
    </message>
    <message>
        <source>The TGS file holds no Lottie animation: it ends before its first frame</source>
        <translation>В файле TGS нет анимации Lottie: она кончается раньше первого кадра</translation>
    </message>
    <message>
        <source>The TGS file holds no Lottie animation: &quot;%1&quot; is missing</source>
        <translation>В файле TGS нет анимации Lottie: не хватает «%1»</translation>
    </message>
    <message>
        <source>The TGS file holds no Lottie animation that rlottie can draw</source>
        <translation>В файле TGS нет анимации Lottie, которую может нарисовать rlottie</translation>
    </message>
    <message>
        <source>The animation&apos;s &quot;%1&quot; is %2; it must be from %3 to %4</source>
        <translation>У анимации «%1» равно %2; допустимо от %3 до %4</translation>
    </message>
    <message>
        <source>The animation has %1 frames, %2 s; at most %3 s are rendered</source>
        <translation>В анимации кадров: %1, это %2 с; рисуется не больше %3 с</translation>
    </message>
    <message>
        <source>The animation uses pictures; stickers are drawn from shapes alone</source>
        <translation>Анимация использует картинки; стикеры рисуются только из фигур</translation>
    </message>
    <message>
        <source>The animation amounts to more than %1 layers</source>
        <translation>В анимации получается больше %1 слоёв</translation>
    </message>
    <message>
        <source>A composition of the animation contains itself: it would never end</source>
        <translation>Композиция анимации содержит саму себя: она никогда не кончилась бы</translation>
    </message>
    <message>
        <source>There is no frame %1: the animation has %2, counted from 0</source>
        <translation>Кадра %1 нет: всего их %2, счёт с 0</translation>
    </message>
    <message>
        <source>This needs more than %1 MiB of memory, the limit of a CPU process (workers.cpu_memory_bytes)</source>
        <translation>Нужно больше %1 МиБ памяти, а это предел процесса для вычислений (workers.cpu_memory_bytes)</translation>
    </message>
    <message>
        <source>The work took all its processor time</source>
        <translation>Работа исчерпала своё процессорное время</translation>
    </message>
    <message>
        <source>The CPU process that worked on this died of %1; others are not affected</source>
        <translation>Процесс, который это вычислял, погиб от %1; остальных это не затронуло</translation>
    </message>
    <message>
        <source>The CPU process that worked on this ended with code %1</source>
        <translation>Процесс, который это вычислял, завершился с кодом %1</translation>
    </message>
    <message>
        <source>A CPU process cannot be started: %1</source>
        <translation>Процесс для вычислений не запускается: %1</translation>
    </message>
    <message>
        <source>%1 jobs wait for a CPU process</source>
        <translation>Заданий ждут процесса для вычислений: %1</translation>
    </message>
    <message>
        <source>The result is too large</source>
        <translation>Результат слишком велик</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>сервис завершает работу</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>вид на паузе</translation>
    </message>
    <message>
        <source>backing off until %1</source>
        <translation>пауза перед повтором до %1</translation>
    </message>
    <message>
        <source>there are no %1 slots</source>
        <translation>для вида %1 нет слотов</translation>
    </message>
    <message>
        <source>it is next</source>
        <translation>следующее на очереди</translation>
    </message>
    <message>
        <source>1 job before it</source>
        <translation>перед ним 1 задание</translation>
    </message>
    <message>
        <source>%1 jobs before it</source>
        <translation>заданий перед ним: %1</translation>
    </message>
    <message>
        <source>the only %1 slot is busy, %2</source>
        <translation>единственный слот %1 занят, %2</translation>
    </message>
    <message>
        <source>all %1 %2 slots are busy, %3</source>
        <translation>заняты все слоты %2 (%1), %3</translation>
    </message>
    <message>
        <source>The queue is nearly full: new jobs will be refused</source>
        <translation>Очередь почти полна: новые задания будут отклоняться</translation>
    </message>
    <message>
        <source>%1 is paused with %2 jobs waiting</source>
        <translation>%1: пауза, ждёт заданий: %2</translation>
    </message>
    <message>
        <source>%1 has no slots and %2 jobs waiting</source>
        <translation>%1: слотов нет, ждёт заданий: %2</translation>
    </message>
    <message>
        <source>The data directory does not answer</source>
        <translation>Папка данных не отвечает</translation>
    </message>
    <message>
        <source>The disk of the data directory is nearly full</source>
        <translation>Диск с папкой данных почти заполнен</translation>
    </message>
    <message>
        <source>The disk of the data directory is full: no new jobs until there is room</source>
        <translation>Диск с папкой данных заполнен: новые задания не принимаются, пока не появится место</translation>
    </message>
    <message>
        <source>The result of this job was lost</source>
        <translation>Результат этого задания утрачен</translation>
    </message>
    <message>
        <source>Nearly as many connections are open as may be: new ones will be refused</source>
        <translation>Открыто почти столько соединений, сколько разрешено: новые будут отклоняться</translation>
    </message>
    <message>
        <source>%1 jobs that began before the change still run</source>
        <translation>Ещё выполняются задания, начатые до изменения: %1</translation>
    </message>
    <message>
        <source>%1 processes from before the change are still at work</source>
        <translation>Ещё работают процессы, запущенные до изменения: %1</translation>
    </message>
    <message>
        <source>%1 connections from before the change are still open</source>
        <translation>Ещё открыты соединения, установленные до изменения: %1</translation>
    </message>
    <message>
        <source>Requests are held to another limit</source>
        <translation>Запросы ограничиваются другим значением</translation>
    </message>
    <message>
        <source>%1 requests to providers wait for a connection</source>
        <translation>Запросов к провайдерам, ждущих соединения: %1</translation>
    </message>
    <message>
        <source>The host is short of memory</source>
        <translation>Памяти машины не хватает</translation>
    </message>
    <message>
        <source>The store answers slowly</source>
        <translation>Хранилище отвечает медленно</translation>
    </message>
    <message>
        <source>Many jobs of the last minute failed</source>
        <translation>Много неудачных заданий за последнюю минуту</translation>
    </message>
    <message>
        <source>The host has little time left</source>
        <translation>Процессор машины почти весь занят</translation>
    </message>
    <message>
        <source>%1 users at once: %2 threads, %3 connections</source>
        <translation>Пользователей одновременно: %1, потоков: %2, соединений: %3</translation>
    </message>
    <message>
        <source>%1 users at once: %2 threads, %3 connections, and more instances behind a load balancer</source>
        <translation>Пользователей одновременно: %1, потоков: %2, соединений: %3, и больше экземпляров за балансировщиком</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Первый запуск</translation>
    </message>
    <message>
        <source>Back to revision %1</source>
        <translation>Возврат к версии %1</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 не отвечает</translation>
    </message>
    <message>
        <source>Nothing listens at %1</source>
        <translation>По адресу %1 никто не отвечает</translation>
    </message>
    <message>
        <source>There is no host %1</source>
        <translation>Узла %1 нет</translation>
    </message>
    <message>
        <source>%1 closed the connection</source>
        <translation>%1 разорвал соединение</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2</source>
        <translation>Нет защищённого соединения с %1: %2</translation>
    </message>
    <message>
        <source>%1 does not speak https: connect by http, or put TLS in front of it</source>
        <translation>%1 не поддерживает https: подключайтесь по http или поставьте перед сервисом TLS</translation>
    </message>
    <message>
        <source>No authority that this computer trusts has signed the certificate of %1. Add the one that signed it to this computer&apos;s trusted certificates, or give the service a certificate of a public authority.</source>
        <translation>Сертификат %1 не подписан центром, которому доверяет этот компьютер. Добавьте подписавший его центр в доверенные сертификаты компьютера или установите на сервисе сертификат публичного центра.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired. It must be renewed on the service&apos;s side.</source>
        <translation>Срок действия сертификата %1 истёк. Его нужно обновить на стороне сервиса.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet. Compare the clocks of this computer and the service.</source>
        <translation>Сертификат %1 ещё не действует. Сравните часы этого компьютера и сервиса.</translation>
    </message>
    <message>
        <source>The certificate at %1 belongs to another name. Connect by the name that stands in it, or give the service a certificate for this one.</source>
        <translation>Сертификат по адресу %1 выдан на другое имя. Подключайтесь по имени из сертификата или установите на сервисе сертификат на это имя.</translation>
    </message>
    <message>
        <source>The answer of %1 has more than %2 bytes</source>
        <translation>Ответ %1 больше %2 байт</translation>
    </message>
    <message>
        <source>The answer is not understood: %1</source>
        <translation>Ответ непонятен: %1</translation>
    </message>
    <message>
        <source>The metrics are not understood: %1</source>
        <translation>Метрики непонятны: %1</translation>
    </message>
    <message>
        <source>The schema describes no setting</source>
        <translation>В схеме нет ни одного параметра</translation>
    </message>
    <message>
        <source>Another console still runs the built-in service: once it has ended, start the service again</source>
        <translation>Встроенный сервис ещё работает в другой консоли: когда она завершится, запустите его снова</translation>
    </message>
    <message>
        <source>The built-in service did not start in time</source>
        <translation>Встроенный сервис не запустился вовремя</translation>
    </message>
    <message>
        <source>The built-in service can&apos;t be started; install Pult anew: %1</source>
        <translation>Встроенный сервис не удалось запустить; установите Pult заново: %1</translation>
    </message>
    <message>
        <source>The built-in service ended by itself</source>
        <translation>Встроенный сервис завершился сам</translation>
    </message>
    <message>
        <source>The built-in service ended by itself: %1</source>
        <translation>Встроенный сервис завершился сам: %1</translation>
    </message>
    <message>
        <source>The built-in service was killed by signal %1</source>
        <translation>Встроенный сервис принудительно завершён сигналом %1</translation>
    </message>
    <message>
        <source>No token is kept for this service</source>
        <translation>Для этого сервиса не сохранён токен</translation>
    </message>
    <message>
        <source>No secret service answers (GNOME Keyring or KWallet): %1</source>
        <translation>Хранилище секретов не отвечает (GNOME Keyring или KWallet): %1</translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <translation>Хранилище секретов: %1</translation>
    </message>
    <message>
        <source>%1 does not hold tokens</source>
        <translation>%1 не содержит токенов</translation>
    </message>
    <message>
        <source>A %1 takes no such parameter</source>
        <translation>У вида %1 нет такого параметра</translation>
    </message>
    <message>
        <source>%1 does not answer by https. If it has no TLS, connect by http.</source>
        <translation>%1 не отвечает по https. Если там нет TLS, подключайтесь по http.</translation>
    </message>
    <message>
        <source>start</source>
        <translation>запуск</translation>
    </message>
    <message>
        <source>The settings file or the environment changed</source>
        <translation>Изменился файл настроек или окружение</translation>
    </message>
    <message>
        <source>default</source>
        <translation>по умолчанию</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>окружение</translation>
    </message>
    <message>
        <source>api</source>
        <translation>API</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1 = %2 (%3)</source>
        <translation>%1 = %2 (%3)</translation>
    </message>
    <message>
        <source>%1 is above %2: %3</source>
        <translation>%1 больше, чем %2: %3</translation>
    </message>
    <message>
        <source>a submission is a request too, so the lower limit decides</source>
        <translation>отправка — тоже запрос, поэтому решает меньший предел</translation>
    </message>
    <message>
        <source>jobs of this kind run out of time when the synthetic provider serves them</source>
        <translation>у заданий этого вида выйдет время, если их делает синтетический провайдер</translation>
    </message>
    <message>
        <source>a server that answers only when it is done is given up before the job&apos;s time is over</source>
        <translation>сервер, который отвечает только по готовности, будет брошен раньше, чем выйдет время задания</translation>
    </message>
    <message>
        <source>a host never gets more than all together</source>
        <translation>у одного узла не бывает больше, чем у всех вместе</translation>
    </message>
    <message>
        <source>the job&apos;s time is over before a provider that cannot be reached is given up</source>
        <translation>время задания выйдет раньше, чем недоступный провайдер будет брошен</translation>
    </message>
    <message>
        <source>the job&apos;s time is over before a connection comes free</source>
        <translation>время задания выйдет раньше, чем освободится соединение</translation>
    </message>
    <message>
        <source>jobs beyond that hold a slot and wait for a connection, until upstream.pool_timeout_s</source>
        <translation>задания сверх этого занимают место и ждут соединения, пока не выйдет upstream.pool_timeout_s</translation>
    </message>
    <message>
        <source>Threads from before the change sleep: %1</source>
        <translation>Потоков, оставшихся от прежней настройки и спящих: %1</translation>
    </message>
    <message>
        <source>The system lets the service have no more threads</source>
        <translation>Система не даёт сервису больше потоков</translation>
    </message>
    <message>
        <source>Too many of the latest attempts failed: %1</source>
        <translation>Слишком много последних попыток не удалось: %1</translation>
    </message>
    <message>
        <source>No connection to the database came free in time</source>
        <translation>Соединение с базой данных не освободилось вовремя</translation>
    </message>
    <message>
        <source>%1 reads wait for a connection to the database</source>
        <translation>Чтений, ждущих соединения с базой данных: %1</translation>
    </message>
    <message>
        <source>in a minute the limit of a second admits fewer, so that one decides</source>
        <translation>посекундный предел пропускает за минуту меньше, поэтому решает он</translation>
    </message>
    <message>
        <source>Must be given while %1 is %2</source>
        <translation>Обязательно, пока %1 равно %2</translation>
    </message>
    <message>
        <source>Is not set here, only shown</source>
        <translation>Здесь не задаётся, только показывается</translation>
    </message>
    <message>
        <source>Must be an address such as https://api.example.com/v1</source>
        <translation>Должен быть адрес, например https://api.example.com/v1</translation>
    </message>
    <message>
        <source>Must be a name without spaces</source>
        <translation>Должно быть имя без пробелов</translation>
    </message>
    <message>
        <source>Must be the id of an endpoint: letters, digits, - and _</source>
        <translation>Должен быть идентификатор точки доступа: буквы, цифры, - и _</translation>
    </message>
    <message>
        <source>Must be a path that begins with /, or empty</source>
        <translation>Должен быть путь, начинающийся с /, или пусто</translation>
    </message>
    <message>
        <source>Must be at least %1</source>
        <translation>Должно быть не меньше %1</translation>
    </message>
    <message>
        <source>provider %1 is down, next try at %2</source>
        <translation>провайдер %1 недоступен, следующая проверка в %2</translation>
    </message>
    <message>
        <source>provider %1 is being tried with one job</source>
        <translation>провайдер %1 проверяется одним заданием</translation>
    </message>
    <message>
        <source>It is down, next try at %1: %2</source>
        <translation>Недоступен, следующая проверка в %1: %2</translation>
    </message>
    <message>
        <source>It answers again and is being tried with one job</source>
        <translation>Снова отвечает и проверяется одним заданием</translation>
    </message>
    <message>
        <source>Nothing answers at %1</source>
        <translation>По адресу %1 никто не отвечает</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted (%2); if an authority of your own signed it, name that authority&apos;s file in upstream.ca_file</source>
        <translation>Сертификату %1 нет доверия (%2); если его подписал ваш удостоверяющий центр, укажите файл центра в upstream.ca_file</translation>
    </message>
    <message>
        <source>upstream.ca_file cannot be read, or holds no certificate</source>
        <translation>Файл upstream.ca_file не читается или не содержит сертификата</translation>
    </message>
    <message>
        <source>%1 broke the connection off</source>
        <translation>%1 оборвал соединение</translation>
    </message>
    <message>
        <source>No connection for %1 came free within %2 s (upstream.pool_timeout_s): raise upstream.max_connections or upstream.per_host, or take slots away</source>
        <translation>За %2 с не освободилось соединение с %1 (upstream.pool_timeout_s): увеличьте upstream.max_connections или upstream.per_host либо уберите места</translation>
    </message>
    <message>
        <source>No connection to %1 within %2 s (upstream.connect_timeout_s)</source>
        <translation>За %2 с не удалось соединиться с %1 (upstream.connect_timeout_s)</translation>
    </message>
    <message>
        <source>%1 took no byte of the request for %2 s (upstream.write_timeout_s)</source>
        <translation>%1 не принял ни байта запроса за %2 с (upstream.write_timeout_s)</translation>
    </message>
    <message>
        <source>%1 sent no byte for %2 s (upstream.read_timeout_s)</source>
        <translation>%1 не прислал ни байта за %2 с (upstream.read_timeout_s)</translation>
    </message>
    <message>
        <source>%1 leads into a private network; nothing is fetched from there</source>
        <translation>%1 ведёт в частную сеть; оттуда ничего не загружается</translation>
    </message>
    <message>
        <source>The result lies at %1 without TLS; it is not fetched</source>
        <translation>Результат лежит по адресу %1 без TLS; он не загружается</translation>
    </message>
    <message>
        <source>%1 does not accept the key (401)</source>
        <translation>%1 не принимает ключ (401)</translation>
    </message>
    <message>
        <source>%1 wants a key (401) and there is none for it: %2</source>
        <translation>%1 требует ключ (401), а ключа для него нет: %2</translation>
    </message>
    <message>
        <source>There is no key for %1: %2</source>
        <translation>Для %1 нет ключа: %2</translation>
    </message>
    <message>
        <source>put it into the file %1, or into the environment as %2</source>
        <translation>поместите его в файл %1 или в переменную окружения %2</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <translation>%1 ответил %2</translation>
    </message>
    <message>
        <source>%1 answered %2: %3</source>
        <translation>%1 ответил %2: %3</translation>
    </message>
    <message>
        <source>%1 sends requests elsewhere (%2): correct its address in the settings</source>
        <translation>%1 отсылает запросы в другое место (%2): исправьте его адрес в настройках</translation>
    </message>
    <message>
        <source>RunPod&apos;s worker failed: %1</source>
        <translation>Исполнитель RunPod отказал: %1</translation>
    </message>
    <message>
        <source>Somebody cancelled the job on RunPod&apos;s side</source>
        <translation>Задание отменили на стороне RunPod</translation>
    </message>
    <message>
        <source>RunPod no longer knows the job</source>
        <translation>RunPod больше не знает это задание</translation>
    </message>
    <message>
        <source>RunPod answered without an id for the job</source>
        <translation>RunPod ответил без идентификатора задания</translation>
    </message>
    <message>
        <source>The worker&apos;s output holds no %1</source>
        <translation>В выводе исполнителя нет: %1</translation>
    </message>
    <message>
        <source>picture or clip</source>
        <translation>картинка или ролик</translation>
    </message>
    <message>
        <source>The provider&apos;s answer is no JSON</source>
        <translation>Ответ провайдера — не JSON</translation>
    </message>
    <message>
        <source>The server answered without a text</source>
        <translation>Сервер ответил без текста</translation>
    </message>
    <message>
        <source>The server answered without a picture</source>
        <translation>Сервер ответил без картинки</translation>
    </message>
    <message>
        <source>The result is no picture or clip of a known kind</source>
        <translation>Результат — не картинка и не ролик известного вида</translation>
    </message>
    <message>
        <source>The result is no base64</source>
        <translation>Результат — не base64</translation>
    </message>
    <message>
        <source>OpenAI-compatible servers make texts and pictures</source>
        <translation>Серверы, совместимые с OpenAI, создают тексты и картинки</translation>
    </message>
    <message>
        <source>Set runpod.%1_endpoint to generate this kind</source>
        <translation>Чтобы создавать этот вид, задайте runpod.%1_endpoint</translation>
    </message>
    <message>
        <source>A web page is at this address, neither metrics nor JSON. The address of metrics mostly ends in /metrics</source>
        <translation>По этому адресу веб-страница, а не метрики и не JSON. Адрес метрик обычно оканчивается на /metrics</translation>
    </message>
    <message>
        <source>The built-in service&apos;s token can&apos;t be read: %1</source>
        <translation>Не удалось прочитать токен встроенного сервиса: %1</translation>
    </message>
</context>
<context>
    <name>pult::models::ServiceText</name>
    <message>
        <source>HTTP front door</source>
        <translation>Приём HTTP</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>Threads that serve HTTP; 0 takes one a core, but for one.</source>
        <translation>Потоки, обслуживающие HTTP; 0 — по одному на ядро, кроме одного ядра.</translation>
    </message>
    <message>
        <source>One a core, but for one; by users at once: 1–10 → 2, 10–50 → 4, over 50 → 8</source>
        <translation>По одному на ядро, кроме одного; по числу одновременных пользователей: 1–10 → 2, 10–50 → 4, больше 50 → 8</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Соединения</translation>
    </message>
    <message>
        <source>Connections held open at once; one more is answered 503 and closed.</source>
        <translation>Сколько соединений открыто одновременно; лишнее получает ответ 503 и закрывается.</translation>
    </message>
    <message>
        <source>4 × users at once, plus one for each event stream</source>
        <translation>4 × одновременных пользователей и ещё по одному на каждый поток событий</translation>
    </message>
    <message>
        <source>Keep-alive</source>
        <translation>Удержание соединения</translation>
    </message>
    <message>
        <source>How long an idle connection stays open for the next request.</source>
        <translation>Как долго свободное соединение ждёт следующего запроса.</translation>
    </message>
    <message>
        <source>Above the polling interval of the clients, usually 5 s</source>
        <translation>Больше интервала опроса у клиентов, обычно 5 с</translation>
    </message>
    <message>
        <source>Header timeout</source>
        <translation>Время на заголовок</translation>
    </message>
    <message>
        <source>How long a client may take to send the head of a request.</source>
        <translation>За какое время клиент должен прислать заголовок запроса.</translation>
    </message>
    <message>
        <source>10 s stops slow-header attacks and harms nobody</source>
        <translation>10 с останавливают атаки медленными заголовками и никому не мешают</translation>
    </message>
    <message>
        <source>Body timeout</source>
        <translation>Время на тело</translation>
    </message>
    <message>
        <source>How long a client may take to send the body of a request.</source>
        <translation>За какое время клиент должен прислать тело запроса.</translation>
    </message>
    <message>
        <source>body limit ÷ the slowest upload that you want to serve</source>
        <translation>предел тела ÷ самая медленная отправка, которую вы готовы принять</translation>
    </message>
    <message>
        <source>Graceful stop</source>
        <translation>Мягкая остановка</translation>
    </message>
    <message>
        <source>How long a stop waits for running jobs before it puts them back into the queue.</source>
        <translation>Сколько остановка ждёт выполняющихся заданий, прежде чем вернуть их в очередь.</translation>
    </message>
    <message>
        <source>The p95 run time of the slowest kind</source>
        <translation>p95 времени выполнения самого медленного вида</translation>
    </message>
    <message>
        <source>Body limit</source>
        <translation>Предел тела</translation>
    </message>
    <message>
        <source>The largest request body; above it: 413.</source>
        <translation>Наибольшее тело запроса; больше него — 413.</translation>
    </message>
    <message>
        <source>1 MiB is ample for prompts</source>
        <translation>Для запросов с лихвой хватает 1 МиБ</translation>
    </message>
    <message>
        <source>Job timeouts</source>
        <translation>Пределы времени заданий</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>The longest that one attempt may run; then the job has timed out.</source>
        <translation>Сколько может идти одна попытка; потом время задания вышло.</translation>
    </message>
    <message>
        <source>At least 2 × the p99 run time of the kind, and below every timeout in front of the service</source>
        <translation>Не меньше 2 × p99 времени выполнения этого вида и меньше любого таймаута перед сервисом</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Видео</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Стикер</translation>
    </message>
    <message>
        <source>Worker slots</source>
        <translation>Рабочие места</translation>
    </message>
    <message>
        <source>How many jobs of the kind run at once. Fewer: running jobs end, then the slot goes.</source>
        <translation>Сколько заданий этого вида выполняется сразу. При уменьшении место уходит, когда его задание закончится.</translation>
    </message>
    <message>
        <source>slots = arrivals per second × mean run time in seconds ÷ 0.7, so that seven in ten are busy</source>
        <translation>мест = поступление в секунду × среднее время выполнения в секундах ÷ 0,7, чтобы было занято семь из десяти</translation>
    </message>
    <message>
        <source>CPU processes</source>
        <translation>Процессы для вычислений</translation>
    </message>
    <message>
        <source>Processes for work that computes much, such as rendering sticker files; a crash of one costs one attempt of one job.</source>
        <translation>Процессы для работы, которая много вычисляет, например отрисовки файлов стикеров; сбой одного стоит одной попытки одного задания.</translation>
    </message>
    <message>
        <source>One per core that may be busy with it, and at most the cores</source>
        <translation>По одному на ядро, которое можно этим занять, и не больше числа ядер</translation>
    </message>
    <message>
        <source>Memory of one</source>
        <translation>Память одного</translation>
    </message>
    <message>
        <source>What one CPU process may take; work that needs more fails.</source>
        <translation>Сколько памяти может занять один процесс для вычислений; работа, которой нужно больше, завершается ошибкой.</translation>
    </message>
    <message>
        <source>free memory ÷ CPU processes, and at most half of it</source>
        <translation>свободная память ÷ число таких процессов, но не больше половины этого</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Depth limit</source>
        <translation>Предел длины</translation>
    </message>
    <message>
        <source>Jobs that may wait, all kinds together; one more is answered 503.</source>
        <translation>Сколько заданий всех видов может ждать; лишнее получает ответ 503.</translation>
    </message>
    <message>
        <source>completions per second × the longest wait in seconds that makes sense</source>
        <translation>завершений в секунду × самое долгое ожидание в секундах, которое имеет смысл</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>How often a job is run at most when its worker dies or the provider fails.</source>
        <translation>Сколько раз самое большее выполняется задание, если исполнитель погиб или провайдер отказал.</translation>
    </message>
    <message>
        <source>Kept results</source>
        <translation>Хранение результатов</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Срок хранения</translation>
    </message>
    <message>
        <source>How long an ended job and its result are kept; then both are removed.</source>
        <translation>Сколько хранятся завершённое задание и его результат; затем удаляются оба.</translation>
    </message>
    <message>
        <source>The longest that a client may take to fetch its result</source>
        <translation>Наибольшее время, за которое клиент забирает свой результат</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>What ended jobs and their results may take on disk; above it the oldest are removed first.</source>
        <translation>Сколько места на диске могут занимать завершённые задания с результатами; сверх этого сначала удаляются самые старые.</translation>
    </message>
    <message>
        <source>results per day × their mean size, and at most half of the free disk</source>
        <translation>результатов в день × их средний размер, но не больше половины свободного места</translation>
    </message>
    <message>
        <source>Result cache</source>
        <translation>Кэш результатов</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>What the results kept in memory may take; above it those unused for longest go first; 0 keeps none.</source>
        <translation>Сколько памяти могут занимать сохранённые результаты; сверх этого сначала удаляются те, что дольше всех не нужны; 0 — не хранить.</translation>
    </message>
    <message>
        <source>different results asked for in the time kept × their mean size</source>
        <translation>число разных результатов, запрашиваемых за срок хранения, × их средний размер</translation>
    </message>
    <message>
        <source>How long a result is answered again without the work.</source>
        <translation>Сколько времени результат отдаётся повторно без новой работы.</translation>
    </message>
    <message>
        <source>As long as the same sticker is likely to be asked for again</source>
        <translation>Пока тот же стикер, скорее всего, запросят снова</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Ограничения частоты</translation>
    </message>
    <message>
        <source>Limits on</source>
        <translation>Ограничения включены</translation>
    </message>
    <message>
        <source>Whether clients are limited at all.</source>
        <translation>Ограничиваются ли клиенты вообще.</translation>
    </message>
    <message>
        <source>Off only behind a proxy that limits</source>
        <translation>Выключать только за прокси, который ограничивает сам</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>Requests a second that one client may make in the long run.</source>
        <translation>Запросов в секунду от одного клиента в среднем.</translation>
    </message>
    <message>
        <source>2 × the polling rate of the busiest client</source>
        <translation>2 × частота опроса самого активного клиента</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>Запросы сразу</translation>
    </message>
    <message>
        <source>Requests that one client may make at once.</source>
        <translation>Сколько запросов один клиент может сделать сразу.</translation>
    </message>
    <message>
        <source>2 × the requests per second</source>
        <translation>2 × запросов в секунду</translation>
    </message>
    <message>
        <source>Submissions</source>
        <translation>Отправки</translation>
    </message>
    <message>
        <source>Jobs a second that one client may submit in the long run.</source>
        <translation>Заданий в секунду от одного клиента в среднем.</translation>
    </message>
    <message>
        <source>throughput of all slots ÷ clients at once</source>
        <translation>пропускная способность всех мест ÷ одновременных клиентов</translation>
    </message>
    <message>
        <source>Submissions at once</source>
        <translation>Отправки сразу</translation>
    </message>
    <message>
        <source>Jobs that one client may submit at once.</source>
        <translation>Сколько заданий один клиент может отправить сразу.</translation>
    </message>
    <message>
        <source>2 × the submissions per second</source>
        <translation>2 × отправок в секунду</translation>
    </message>
    <message>
        <source>Texts a minute</source>
        <translation>Тексты в минуту</translation>
    </message>
    <message>
        <source>Submissions of the kind that one client may make in a minute; 0 sets no such limit.</source>
        <translation>Сколько заданий этого вида один клиент может отправить за минуту; 0 — без ограничения.</translation>
    </message>
    <message>
        <source>per minute = slots × 60 ÷ mean run time in seconds ÷ clients at once</source>
        <translation>в минуту = мест × 60 ÷ среднее время выполнения в секундах ÷ одновременных клиентов</translation>
    </message>
    <message>
        <source>Images a minute</source>
        <translation>Картинки в минуту</translation>
    </message>
    <message>
        <source>Videos a minute</source>
        <translation>Видео в минуту</translation>
    </message>
    <message>
        <source>Stickers a minute</source>
        <translation>Стикеры в минуту</translation>
    </message>
    <message>
        <source>Synthetic provider</source>
        <translation>Синтетический провайдер</translation>
    </message>
    <message>
        <source>Text latency</source>
        <translation>Задержка текста</translation>
    </message>
    <message>
        <source>How long the built-in provider takes for one, on top of the real work.</source>
        <translation>Сколько встроенный провайдер тратит на одно задание сверх настоящей работы.</translation>
    </message>
    <message>
        <source>Image latency</source>
        <translation>Задержка картинки</translation>
    </message>
    <message>
        <source>Video latency</source>
        <translation>Задержка видео</translation>
    </message>
    <message>
        <source>Sticker latency</source>
        <translation>Задержка стикера</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Разброс</translation>
    </message>
    <message>
        <source>How far a latency may be off, either way, as a part of it.</source>
        <translation>Насколько задержка может отклониться в обе стороны, в долях от неё.</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Сбои</translation>
    </message>
    <message>
        <source>The part of attempts that fail on purpose, to see how the service copes.</source>
        <translation>Доля попыток, которые нарочно завершаются сбоем, чтобы увидеть, как сервис справляется.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>The least important records that are still written.</source>
        <translation>Наименее важные записи, которые ещё пишутся.</translation>
    </message>
    <message>
        <source>info; debug while looking for a fault</source>
        <translation>info; debug на время поиска неисправности</translation>
    </message>
    <message>
        <source>Low load</source>
        <translation>Малая нагрузка</translation>
    </message>
    <message>
        <source>Under 100 requests a second: one small machine.</source>
        <translation>Меньше 100 запросов в секунду: одна небольшая машина.</translation>
    </message>
    <message>
        <source>Medium load</source>
        <translation>Средняя нагрузка</translation>
    </message>
    <message>
        <source>100 to 500 requests a second.</source>
        <translation>От 100 до 500 запросов в секунду.</translation>
    </message>
    <message>
        <source>High load</source>
        <translation>Большая нагрузка</translation>
    </message>
    <message>
        <source>Over 500 requests a second.</source>
        <translation>Больше 500 запросов в секунду.</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>байт</translation>
    </message>
    <message numerus="yes">
        <source>connections</source>
        <translation>
            <numerusform>соединение</numerusform>
            <numerusform>соединения</numerusform>
            <numerusform>соединений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>jobs</source>
        <translation>
            <numerusform>задание</numerusform>
            <numerusform>задания</numerusform>
            <numerusform>заданий</numerusform>
        </translation>
    </message>
    <message>
        <source>jobs/min</source>
        <translation>заданий/мин</translation>
    </message>
    <message>
        <source>jobs/s</source>
        <translation>заданий/с</translation>
    </message>
    <message numerus="yes">
        <source>processes</source>
        <translation>
            <numerusform>процесс</numerusform>
            <numerusform>процесса</numerusform>
            <numerusform>процессов</numerusform>
        </translation>
    </message>
    <message>
        <source>px</source>
        <translation>пикс.</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>доля</translation>
    </message>
    <message numerus="yes">
        <source>requests</source>
        <translation>
            <numerusform>запрос</numerusform>
            <numerusform>запроса</numerusform>
            <numerusform>запросов</numerusform>
        </translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>запросов/с</translation>
    </message>
    <message numerus="yes">
        <source>runs</source>
        <translation>
            <numerusform>попытка</numerusform>
            <numerusform>попытки</numerusform>
            <numerusform>попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message numerus="yes">
        <source>threads</source>
        <translation>
            <numerusform>поток</numerusform>
            <numerusform>потока</numerusform>
            <numerusform>потоков</numerusform>
        </translation>
    </message>
    <message>
        <source>Submissions a window</source>
        <translation>Отправок за окно</translation>
    </message>
    <message>
        <source>Jobs of any kind that one client may submit in a window; 0 sets no such limit.</source>
        <translation>Сколько заданий любого вида один клиент может отправить за окно; 0 — без такого предела.</translation>
    </message>
    <message>
        <source>submissions per second × the window, or less</source>
        <translation>отправок в секунду × окно, или меньше</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>The length of that window.</source>
        <translation>Длина этого окна.</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Провайдеры</translation>
    </message>
    <message>
        <source>Who generates this kind, from the next attempt on. A remote one needs its key, and its endpoint or model, first.</source>
        <translation>Кто создаёт задания этого вида, начиная со следующей попытки. Удалённому сначала нужны ключ и точка доступа или модель.</translation>
    </message>
    <message>
        <source>Failures until down</source>
        <translation>Отказов до отключения</translation>
    </message>
    <message>
        <source>After so many failed attempts in a row a remote provider counts as down: its jobs wait.</source>
        <translation>После стольких неудачных попыток подряд удалённый провайдер считается недоступным: его задания ждут.</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>попыток</translation>
    </message>
    <message>
        <source>5, and more than a bad minute brings</source>
        <translation>5, и больше, чем бывает в плохую минуту</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База данных</translation>
    </message>
    <message>
        <source>Connections that read the database and stay open; one more writes.</source>
        <translation>Соединения, которые читают базу данных и остаются открытыми; ещё одно пишет.</translation>
    </message>
    <message>
        <source>As many as cores; one serves long searches, the others lookups</source>
        <translation>Столько, сколько ядер; одно для долгих поисков, остальные для коротких чтений</translation>
    </message>
    <message>
        <source>More under load</source>
        <translation>Ещё под нагрузкой</translation>
    </message>
    <message>
        <source>Connections opened besides while reads wait, and closed when none does.</source>
        <translation>Соединения, которые открываются сверх того, пока чтения ждут, и закрываются, когда никто не ждёт.</translation>
    </message>
    <message>
        <source>As many as are kept</source>
        <translation>Столько же, сколько остаётся открытыми</translation>
    </message>
    <message>
        <source>How long a read waits for a connection; then it is answered 503.</source>
        <translation>Сколько чтение ждёт соединения; потом ответ 503.</translation>
    </message>
    <message>
        <source>10 s; below the time that clients wait for an answer</source>
        <translation>10 с; меньше, чем клиенты ждут ответа</translation>
    </message>
    <message>
        <source>Renewed after</source>
        <translation>Обновляется через</translation>
    </message>
    <message>
        <source>A connection that has been open for so long is opened anew before its next use, which gives its memory back.</source>
        <translation>Соединение, открытое так долго, перед следующим использованием открывается заново и возвращает свою память.</translation>
    </message>
    <message>
        <source>1800 s</source>
        <translation>1800 с</translation>
    </message>
    <message>
        <source>Connections a thread</source>
        <translation>Соединений на поток</translation>
    </message>
    <message>
        <source>Connections held open at once for each thread that serves HTTP; the lower of this times the threads and of all connections decides.</source>
        <translation>Соединений, открытых одновременно, на каждый поток HTTP; решает меньшее: это число, умноженное на потоки, или предел для всех.</translation>
    </message>
    <message>
        <source>1000 to 10 000</source>
        <translation>от 1000 до 10 000</translation>
    </message>
    <message>
        <source>Failures among many</source>
        <translation>Доля отказов</translation>
    </message>
    <message>
        <source>A remote provider also counts as down when this part of its latest 20 attempts failed, all within 5 minutes; 1 leaves it to failures in a row.</source>
        <translation>Удалённый провайдер считается недоступным и тогда, когда не удалась такая доля последних 20 попыток за 5 минут; при 1 считаются только отказы подряд.</translation>
    </message>
    <message>
        <source>0.5, and above the part that fails on a usual day</source>
        <translation>0,5 и выше доли отказов в обычный день</translation>
    </message>
    <message>
        <source>First retry</source>
        <translation>Первая проверка</translation>
    </message>
    <message>
        <source>How long after going down a provider is asked again whether it works.</source>
        <translation>Через сколько после отключения провайдера спрашивают снова, работает ли он.</translation>
    </message>
    <message>
        <source>The time that a restart takes there</source>
        <translation>Время, за которое там проходит перезапуск</translation>
    </message>
    <message>
        <source>Longest retry</source>
        <translation>Самая редкая проверка</translation>
    </message>
    <message>
        <source>The wait doubles with every failed retry, up to this.</source>
        <translation>С каждой неудачной проверкой ожидание удваивается, но не больше этого.</translation>
    </message>
    <message>
        <source>The longest that you want to wait after the provider works again</source>
        <translation>Сколько самое большее можно ждать после того, как провайдер снова заработал</translation>
    </message>
    <message>
        <source>RunPod</source>
        <translation>RunPod</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Where RunPod&apos;s serverless interface is.</source>
        <translation>Где находится бессерверный интерфейс RunPod.</translation>
    </message>
    <message>
        <source>A key is kept for one address: another one needs another key</source>
        <translation>Ключ хранится для одного адреса: другому нужен другой ключ</translation>
    </message>
    <message>
        <source>Text endpoint</source>
        <translation>Точка доступа для текста</translation>
    </message>
    <message>
        <source>The id of the endpoint that generates this kind.</source>
        <translation>Идентификатор точки доступа, которая создаёт этот вид.</translation>
    </message>
    <message>
        <source>Image endpoint</source>
        <translation>Точка доступа для картинок</translation>
    </message>
    <message>
        <source>Video endpoint</source>
        <translation>Точка доступа для видео</translation>
    </message>
    <message>
        <source>Sticker endpoint</source>
        <translation>Точка доступа для стикеров</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Whether there is a key for this address: from the file DATA/keys/api.runpod.ai (named after the address&apos;s host), or from PULT_RUNPOD_KEY.</source>
        <translation>Есть ли ключ для этого адреса: из файла DATA/keys/api.runpod.ai (назван по узлу адреса) или из PULT_RUNPOD_KEY.</translation>
    </message>
    <message>
        <source>OpenAI-compatible server</source>
        <translation>Сервер, совместимый с OpenAI</translation>
    </message>
    <message>
        <source>Where the server is, up to and with /v1.</source>
        <translation>Где находится сервер, до /v1 включительно.</translation>
    </message>
    <message>
        <source>Text model</source>
        <translation>Модель для текста</translation>
    </message>
    <message>
        <source>The model that generates this kind, as the server calls it.</source>
        <translation>Модель, которая создаёт этот вид, под именем, принятым на сервере.</translation>
    </message>
    <message>
        <source>Image model</source>
        <translation>Модель для картинок</translation>
    </message>
    <message>
        <source>Whether there is a key for this address: from the file DATA/keys/api.openai.com (named after the address&apos;s host), or from PULT_OPENAI_KEY.</source>
        <translation>Есть ли ключ для этого адреса: из файла DATA/keys/api.openai.com (назван по узлу адреса) или из PULT_OPENAI_KEY.</translation>
    </message>
    <message>
        <source>Requests to providers</source>
        <translation>Запросы к провайдерам</translation>
    </message>
    <message>
        <source>Requests to providers under way at once; one more waits. Each has a connection of its own, but over HTTP/2 they share.</source>
        <translation>Сколько запросов к провайдерам выполняется сразу; следующий ждёт. У каждого своё соединение, но по HTTP/2 оно общее.</translation>
    </message>
    <message>
        <source>slots of all remote kinds + 10</source>
        <translation>места всех удалённых видов + 10</translation>
    </message>
    <message>
        <source>Kept connections</source>
        <translation>Сохраняемые соединения</translation>
    </message>
    <message>
        <source>Connections that stay open for the next request; while more are open, one is closed after each request.</source>
        <translation>Сколько соединений остаётся открытыми для следующего запроса; пока их больше, после каждого запроса одно закрывается.</translation>
    </message>
    <message>
        <source>Half of the requests at once</source>
        <translation>Половина одновременных запросов</translation>
    </message>
    <message>
        <source>Requests at once to one host</source>
        <translation>Сразу к одному узлу</translation>
    </message>
    <message>
        <source>The same for each host.</source>
        <translation>То же для каждого узла.</translation>
    </message>
    <message>
        <source>Slots of the kinds that this host serves, and within its rate limit</source>
        <translation>Места видов, которые обслуживает этот узел, и в пределах его ограничения частоты</translation>
    </message>
    <message>
        <source>How long an idle connection is used again.</source>
        <translation>Как долго простаивающее соединение используется снова.</translation>
    </message>
    <message>
        <source>Below the keep-alive time of the provider</source>
        <translation>Меньше, чем держит соединение провайдер</translation>
    </message>
    <message>
        <source>Pool timeout</source>
        <translation>Ожидание места</translation>
    </message>
    <message>
        <source>How long a request waits for its turn.</source>
        <translation>Как долго запрос ждёт своей очереди.</translation>
    </message>
    <message>
        <source>The longest that a free slot may stand idle</source>
        <translation>Сколько самое большее может простаивать свободное место</translation>
    </message>
    <message>
        <source>Connect timeout</source>
        <translation>Время на соединение</translation>
    </message>
    <message>
        <source>How long finding, reaching and greeting a host may take.</source>
        <translation>Сколько может занять поиск узла, связь с ним и рукопожатие.</translation>
    </message>
    <message>
        <source>10 s</source>
        <translation>10 с</translation>
    </message>
    <message>
        <source>Write timeout</source>
        <translation>Время на отправку</translation>
    </message>
    <message>
        <source>How long a host may take no byte of the request.</source>
        <translation>Как долго узел может не принимать ни байта запроса.</translation>
    </message>
    <message>
        <source>60 s</source>
        <translation>60 с</translation>
    </message>
    <message>
        <source>Read timeout</source>
        <translation>Время на ответ</translation>
    </message>
    <message>
        <source>How long a host may send no byte of the answer.</source>
        <translation>Как долго узел может не присылать ни байта ответа.</translation>
    </message>
    <message>
        <source>Above the p99 run time of models that answer only when they are done</source>
        <translation>Больше p99 времени работы моделей, которые отвечают, только когда закончат</translation>
    </message>
    <message>
        <source>HTTP/2</source>
        <translation>HTTP/2</translation>
    </message>
    <message>
        <source>Whether HTTP/2 is spoken with hosts that have it.</source>
        <translation>Говорить ли по HTTP/2 с узлами, которые его умеют.</translation>
    </message>
    <message>
        <source>Off only for a host whose HTTP/2 is broken</source>
        <translation>Выключать только ради узла, у которого HTTP/2 сломан</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Удостоверяющие центры</translation>
    </message>
    <message>
        <source>A PEM file of the authorities to trust instead of the system&apos;s.</source>
        <translation>Файл PEM с удостоверяющими центрами, которым доверять вместо системных.</translation>
    </message>
    <message>
        <source>Only for hosts with certificates of your own</source>
        <translation>Только для узлов с собственными сертификатами</translation>
    </message>
</context>
<context>
    <name>pult::models::SettingModel</name>
    <message>
        <source>Setting</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Действует</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Новое значение</translation>
    </message>
</context>
<context>
    <name>pult::models::SettingRow</name>
    <message>
        <source>%1 (%2 %3)</source>
        <translation>%1 (%2 %3)</translation>
    </message>
    <message>
        <source>Seen at work: %1</source>
        <translation>Видно в работе: %1</translation>
    </message>
    <message>
        <source>Seen at work: %1. %2</source>
        <translation>Видно в работе: %1. %2</translation>
    </message>
</context>
<context>
    <name>pult::pages::ConnectDialog</name>
    <message>
        <source>It is healthy.</source>
        <translation>Он исправен.</translation>
    </message>
    <message>
        <source>It is strained: see its checks once connected.</source>
        <translation>Он перегружен: после подключения посмотрите его проверки.</translation>
    </message>
    <message>
        <source>It says that it is failing: see its checks once connected.</source>
        <translation>Он сообщает о сбое: после подключения посмотрите его проверки.</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Изменить %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Спрашиваем %1…</translation>
    </message>
    <message>
        <source>A service answers. Without a token it tells nothing but its status.</source>
        <translation>Сервис отвечает. Без токена он сообщает только своё состояние.</translation>
    </message>
    <message>
        <source>A service answers, but this token may not read from it.</source>
        <translation>Сервис отвечает, но этот токен не даёт права чтения.</translation>
    </message>
    <message>
        <source>Version %1 answers.</source>
        <translation>Отвечает версия %1.</translation>
    </message>
    <message>
        <source>It runs demo traffic.</source>
        <translation>На нём учебная нагрузка.</translation>
    </message>
    <message>
        <source>In the desktop&apos;s keychain</source>
        <translation>В хранилище ключей рабочего стола</translation>
    </message>
    <message>
        <source>In a file that only you can read</source>
        <translation>В файле, который читаете только вы</translation>
    </message>
    <message>
        <source>Only until Pult ends</source>
        <translation>Только до выхода из Pult</translation>
    </message>
    <message>
        <source>The address is missing. Example: %1</source>
        <translation>Не указан адрес. Пример: %1</translation>
    </message>
    <message>
        <source>The address begins with http:// or https://.</source>
        <translation>Адрес начинается с http:// или https://.</translation>
    </message>
    <message>
        <source>This is not an address. Example: %1</source>
        <translation>Это не адрес. Пример: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n numbers. Tick those to keep.</source>
        <translation>
            <numerusform>%n число. Отметьте, что хранить.</numerusform>
            <numerusform>%n числа. Отметьте, какие хранить.</numerusform>
            <numerusform>%n чисел. Отметьте, какие хранить.</numerusform>
        </translation>
    </message>
    <message>
        <source>This JSON holds no number.</source>
        <translation>В этом JSON нет ни одного числа.</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n значение</numerusform>
            <numerusform>%n значения</numerusform>
            <numerusform>%n значений</numerusform>
        </translation>
    </message>
    <message>
        <source>no profile fits.</source>
        <translation>ни один профиль не подходит.</translation>
    </message>
    <message>
        <source>profiles: %1.</source>
        <translation>профили: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines are not understood.</source>
        <translation>
            <numerusform>%n строка не понята.</numerusform>
            <numerusform>%n строки не поняты.</numerusform>
            <numerusform>%n строк не поняты.</numerusform>
        </translation>
    </message>
    <message>
        <source>No number is chosen. Test the connection, then tick the numbers to keep.</source>
        <translation>Не выбрано ни одного числа. Проверьте соединение, затем отметьте, какие числа хранить.</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Пароль</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Токен</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Token of the service</source>
        <translation>Токен сервиса</translation>
    </message>
    <message>
        <source>From the service&apos;s administrator, or its admin.token</source>
        <translation>У администратора сервиса или в его admin.token</translation>
    </message>
    <message>
        <source>Without https token and password travel readable for everybody on the way.</source>
        <translation>Без https токен и пароль по пути может прочитать каждый.</translation>
    </message>
    <message>
        <source>Pult service</source>
        <translation>Сервис Pult</translation>
    </message>
    <message>
        <source>Prometheus metrics</source>
        <translation>Метрики Prometheus</translation>
    </message>
    <message>
        <source>JSON numbers</source>
        <translation>Числа из JSON</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открытый</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Имя и пароль</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
</context>
<context>
    <name>pult::pages::DashboardPage</name>
    <message>
        <source>Nothing is pinned for this service yet. Draw series on the page Explore, and pin the chart.</source>
        <translation>Для этого сервиса ещё ничего не закреплено. Нарисуйте ряды на странице «Ряды» и закрепите график.</translation>
    </message>
    <message>
        <source>Go to Explore</source>
        <translation>К рядам</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Bring the removed chart back</source>
        <translation>Вернуть убранный график</translation>
    </message>
    <message>
        <source>%1 is removed from the dashboard.</source>
        <translation>График «%1» убран с панели.</translation>
    </message>
</context>
<context>
    <name>pult::pages::ExplorePage</name>
    <message>
        <source>Series</source>
        <translation>Ряды</translation>
    </message>
    <message>
        <source>Type a part of a name or of a label, and press Enter to draw the series</source>
        <translation>Наберите часть имени или метки и нажмите Enter, чтобы нарисовать ряд</translation>
    </message>
    <message>
        <source>No samples in this range yet</source>
        <translation>За это время данных пока нет</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Remove all series from the chart</source>
        <translation>Убрать с графика все ряды</translation>
    </message>
    <message>
        <source>Pin to the dashboard</source>
        <translation>Закрепить на панели</translation>
    </message>
    <message>
        <source>Pin the chart to the dashboard</source>
        <translation>Закрепить график на панели</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Show the dashboard</source>
        <translation>Показать панель</translation>
    </message>
    <message>
        <source>The chart is on the dashboard.</source>
        <translation>График закреплён на панели.</translation>
    </message>
    <message>
        <source>%1 series of the newest scrape were left out. The limits of one service are %2 in a scrape, %3 of them new, and %4 in all; %5 labels of %6 bytes.</source>
        <translation>Пропущено рядов последнего опроса: %1. Пределы для одного сервиса: %2 за опрос, из них новых %3, всего %4; меток %5 по %6 байт.</translation>
    </message>
</context>
<context>
    <name>pult::pages::ExportDialog</name>
    <message>
        <source>Given up. Nothing was written.</source>
        <translation>Прервано. Ничего не записано.</translation>
    </message>
    <message>
        <source>Everything that is kept</source>
        <translation>Всё, что хранится</translation>
    </message>
    <message>
        <source>The last %1</source>
        <translation>Последние %1</translation>
    </message>
    <message>
        <source>Between two moments</source>
        <translation>Между двумя моментами</translation>
    </message>
    <message>
        <source>Nothing is kept of this service yet.</source>
        <translation>Об этом сервисе ещё ничего не хранится.</translation>
    </message>
    <message>
        <source>The range ends before it begins.</source>
        <translation>Промежуток кончается раньше, чем начинается.</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Выгрузка истории</translation>
    </message>
    <message>
        <source>OpenMetrics text (*.om)</source>
        <translation>Текст OpenMetrics (*.om)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>%1 samples written to %2</source>
        <translation>Записано значений: %1, файл %2</translation>
    </message>
    <message>
        <source>%1 samples written</source>
        <translation>Записано значений: %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Прервать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>pult::pages::HeaderTable</name>
    <message>
        <source>Header</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
</context>
<context>
    <name>pult::pages::HistoryPanel</name>
    <message>
        <source>Revision %1 by %2, %3</source>
        <translation>Ревизия %1, %2, %3</translation>
    </message>
    <message>
        <source>Select a revision to see its changes and what they did.</source>
        <translation>Выберите ревизию, чтобы увидеть её изменения и их действие.</translation>
    </message>
</context>
<context>
    <name>pult::pages::JobDetailPanel</name>
    <message>
        <source>priority %1</source>
        <translation>приоритет %1</translation>
    </message>
    <message>
        <source>time limit %1</source>
        <translation>предел времени %1</translation>
    </message>
    <message>
        <source>attempts %1</source>
        <translation>попыток %1</translation>
    </message>
    <message>
        <source>%1 jobs before it</source>
        <translation>впереди заданий: %1</translation>
    </message>
    <message>
        <source>starts in about %1</source>
        <translation>начнётся примерно через %1</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Отменяется…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>Queueing again…</source>
        <translation>Возвращается в очередь…</translation>
    </message>
    <message>
        <source>Queued again.</source>
        <translation>Снова в очереди.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Why it waits: %1</source>
        <translation>Почему ждёт: %1</translation>
    </message>
</context>
<context>
    <name>pult::pages::JobTablePanel</name>
    <message>
        <source>Any kind</source>
        <translation>Любой вид</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Любое состояние</translation>
    </message>
    <message>
        <source>%1 of %2 jobs</source>
        <translation>%1 из %2 заданий</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n задание</numerusform>
            <numerusform>%n задания</numerusform>
            <numerusform>%n заданий</numerusform>
        </translation>
    </message>
    <message>
        <source>No job matches the filters.</source>
        <translation>Под фильтры не подходит ни одно задание.</translation>
    </message>
    <message>
        <source>No jobs yet. They appear here as they come in.</source>
        <translation>Заданий пока нет. Они появятся здесь по мере поступления.</translation>
    </message>
</context>
<context>
    <name>pult::pages::JobTimeline</name>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начато</translation>
    </message>
    <message>
        <source>after waiting %1</source>
        <translation>после ожидания %1</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>ждёт %1</translation>
    </message>
    <message>
        <source>after running %1</source>
        <translation>после работы %1</translation>
    </message>
    <message>
        <source>running for %1</source>
        <translation>работает %1</translation>
    </message>
</context>
<context>
    <name>pult::pages::LineRow</name>
    <message>
        <source>What is drawn of %1</source>
        <translation>Что рисовать из %1</translation>
    </message>
    <message>
        <source>Which series of %1 are drawn</source>
        <translation>Какие ряды %1 рисовать</translation>
    </message>
    <message>
        <source>Remove %1 from the chart</source>
        <translation>Убрать %1 с графика</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Rate per second</source>
        <translation>Прирост в секунду</translation>
    </message>
    <message>
        <source>Increase</source>
        <translation>Прирост</translation>
    </message>
    <message>
        <source>Quantile p%1</source>
        <translation>Квантиль p%1</translation>
    </message>
    <message>
        <source>This series</source>
        <translation>Этот ряд</translation>
    </message>
    <message>
        <source>All series</source>
        <translation>Все ряды</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>По %1</translation>
    </message>
    <message>
        <source>Sum of all</source>
        <translation>Сумма всех</translation>
    </message>
    <message>
        <source>Sum by %1</source>
        <translation>Сумма по %1</translation>
    </message>
    <message>
        <source>Highest of all</source>
        <translation>Наибольшее</translation>
    </message>
    <message>
        <source>Highest by %1</source>
        <translation>Наибольшее по %1</translation>
    </message>
    <message>
        <source>Too many series for this range</source>
        <translation>Слишком много рядов для этого срока</translation>
    </message>
    <message>
        <source>No such series</source>
        <translation>Такого ряда нет</translation>
    </message>
    <message>
        <source>No such series now</source>
        <translation>Такого ряда сейчас нет</translation>
    </message>
    <message numerus="yes">
        <source>%n more not drawn</source>
        <translation>
            <numerusform>ещё %n не нарисован</numerusform>
            <numerusform>ещё %n не нарисованы</numerusform>
            <numerusform>ещё %n не нарисованы</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pult::pages::NumberList</name>
    <message>
        <source>Test the connection, and the numbers of the document stand here to be chosen.</source>
        <translation>Проверьте соединение, и здесь появятся числа документа, из которых можно выбрать.</translation>
    </message>
</context>
<context>
    <name>pult::pages::OverviewPage</name>
    <message>
        <source>The history seen here is not kept: another running Pult keeps its own</source>
        <translation>Увиденная здесь история не сохраняется: её уже ведёт другой запущенный Pult</translation>
    </message>
    <message>
        <source>The history is not kept: its files are of a newer Pult or another program</source>
        <translation>История не сохраняется: её файлы от более нового Pult или другой программы</translation>
    </message>
    <message>
        <source>The history is not kept: %1</source>
        <translation>История не сохраняется: %1</translation>
    </message>
    <message numerus="yes">
        <source>No profile of Pult fits what this service offers: %n series.</source>
        <translation>
            <numerusform>Ни один профиль Pult не подходит к тому, что предлагает этот сервис: %n ряд.</numerusform>
            <numerusform>Ни один профиль Pult не подходит к тому, что предлагает этот сервис: %n ряда.</numerusform>
            <numerusform>Ни один профиль Pult не подходит к тому, что предлагает этот сервис: %n рядов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Explore its series</source>
        <translation>Исследовать его ряды</translation>
    </message>
</context>
<context>
    <name>pult::pages::OverviewSection</name>
    <message>
        <source>target %1</source>
        <translation>цель %1</translation>
    </message>
    <message>
        <source>No samples in this range yet</source>
        <translation>За это время данных пока нет</translation>
    </message>
</context>
<context>
    <name>pult::pages::ParamForm</name>
    <message>
        <source>%1 to %2</source>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>A new random seed for each job</source>
        <translation>Случайное зерно</translation>
    </message>
</context>
<context>
    <name>pult::pages::PendingChangesPanel</name>
    <message>
        <source>Pending changes</source>
        <translation>Ещё не применено</translation>
    </message>
    <message numerus="yes">
        <source>%n pending changes</source>
        <translation>
            <numerusform>%n изменение</numerusform>
            <numerusform>%n изменения</numerusform>
            <numerusform>%n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply to the new revision</source>
        <translation>Применить к новой ревизии</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
</context>
<context>
    <name>pult::pages::PinnedCard</name>
    <message>
        <source>Title of the chart %1</source>
        <translation>Название графика %1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Move %1 forward</source>
        <translation>Переместить %1 вперёд</translation>
    </message>
    <message>
        <source>Move %1 back</source>
        <translation>Переместить %1 назад</translation>
    </message>
    <message>
        <source>Remove %1 from the dashboard</source>
        <translation>Убрать %1 с панели</translation>
    </message>
    <message>
        <source>No samples in this range yet</source>
        <translation>За это время данных пока нет</translation>
    </message>
</context>
<context>
    <name>pult::pages::QueueKindsPanel</name>
    <message>
        <source>Queues</source>
        <translation>Очереди</translation>
    </message>
    <message>
        <source>Queue of each kind</source>
        <translation>Очередь каждого вида</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>Продолжить: %1</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>Приостановить: %1</translation>
    </message>
    <message>
        <source>Purge…</source>
        <translation>Очистить…</translation>
    </message>
    <message>
        <source>Drop all queued %1</source>
        <translation>Удалить из очереди все: %1</translation>
    </message>
    <message>
        <source>Pausing %1…</source>
        <translation>Приостанавливается: %1…</translation>
    </message>
    <message>
        <source>Resuming %1…</source>
        <translation>Возобновляется: %1…</translation>
    </message>
    <message>
        <source>Paused: no more %1 start.</source>
        <translation>Пауза: новых %1 не начнётся.</translation>
    </message>
    <message>
        <source>Resumed: %1 start again.</source>
        <translation>Возобновлено: выполнение %1 продолжается.</translation>
    </message>
    <message>
        <source>Purge the queue</source>
        <translation>Очистка очереди</translation>
    </message>
    <message>
        <source>Drop %1 queued %2?</source>
        <translation>Удалить из очереди %1 %2?</translation>
    </message>
    <message>
        <source>They end as cancelled. This can&apos;t be undone.</source>
        <translation>Они закончатся как отменённые. Вернуть их нельзя.</translation>
    </message>
    <message>
        <source>Drop %1 jobs</source>
        <translation>Удалить заданий: %1</translation>
    </message>
    <message>
        <source>Dropping %1…</source>
        <translation>Удаляются: %1…</translation>
    </message>
    <message>
        <source>Dropped %1 queued %2.</source>
        <translation>Удалено из очереди %1 %2.</translation>
    </message>
</context>
<context>
    <name>pult::pages::QueuePage</name>
    <message>
        <source>The jobs could not be loaded. %1</source>
        <translation>Не удалось загрузить задания. %1</translation>
    </message>
    <message>
        <source>Job, %1</source>
        <translation>Задание, %1</translation>
    </message>
</context>
<context>
    <name>pult::pages::ResultView</name>
    <message>
        <source>There is no result: %1</source>
        <translation>Результата нет: %1</translation>
    </message>
    <message>
        <source>There is no result.</source>
        <translation>Результата нет.</translation>
    </message>
    <message>
        <source>The result will be here.</source>
        <translation>Здесь будет результат.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Загрузка…</translation>
    </message>
    <message>
        <source>This console can&apos;t show such a result. It can be saved.</source>
        <translation>Пульт не умеет показать такой результат. Его можно сохранить.</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 пикс.</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Сохранение результата</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено в %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Не сохранено: %1</translation>
    </message>
</context>
<context>
    <name>pult::pages::SeriesPicker</name>
    <message>
        <source>The service says nothing about this metric.</source>
        <translation>Сервис ничего не говорит об этой метрике.</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n ряд</numerusform>
            <numerusform>%n ряда</numerusform>
            <numerusform>%n рядов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 series</source>
        <translation>%1 из %2 рядов</translation>
    </message>
</context>
<context>
    <name>pult::pages::ServiceFrame</name>
    <message>
        <source>Try now</source>
        <translation>Попробовать сейчас</translation>
    </message>
    <message>
        <source>No service is chosen</source>
        <translation>Сервис не выбран</translation>
    </message>
    <message>
        <source>Choose one on the left, or add one.</source>
        <translation>Выберите его слева или добавьте.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Подключение к %1…</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 не отвечает</translation>
    </message>
</context>
<context>
    <name>pult::pages::SettingsPanel</name>
    <message>
        <source>Range: %1</source>
        <translation>Диапазон: %1</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>По умолчанию: %1</translation>
    </message>
    <message>
        <source>In force %1</source>
        <translation>Действует %1</translation>
    </message>
    <message>
        <source>Advice: %1</source>
        <translation>Совет: %1</translation>
    </message>
    <message>
        <source>Select a setting to see what it does, its range and the advice.</source>
        <translation>Выберите настройку, чтобы увидеть её смысл, диапазон и совет.</translation>
    </message>
    <message>
        <source>Preset…</source>
        <translation>Набор…</translation>
    </message>
    <message>
        <source>Set by: %1</source>
        <translation>Откуда: %1</translation>
    </message>
    <message>
        <source>No setting matches the search.</source>
        <translation>Поиску не соответствует ни одна настройка.</translation>
    </message>
</context>
<context>
    <name>pult::pages::StickerFileField</name>
    <message>
        <source>Choose a sticker file</source>
        <translation>Выберите файл стикера</translation>
    </message>
    <message>
        <source>Telegram stickers (*.tgs)</source>
        <translation>Стикеры Telegram (*.tgs)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>A sticker file has at most %1.</source>
        <translation>Файл стикера — не больше %1.</translation>
    </message>
    <message>
        <source>This is no sticker file of Telegram (TGS).</source>
        <translation>Это не файл стикера Telegram (TGS).</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation>Анимированный WebP</translation>
    </message>
    <message>
        <source>PNG of the first frame</source>
        <translation>PNG первого кадра</translation>
    </message>
    <message>
        <source>Animated PNG</source>
        <translation>Анимированный PNG</translation>
    </message>
    <message>
        <source>File of the job</source>
        <translation>Файл задания</translation>
    </message>
</context>
<context>
    <name>pult::pages::TestFormPanel</name>
    <message>
        <source>The prompt has %1 bytes; at most %2 are allowed.</source>
        <translation>В запросе %1 байт; допускается не более %2.</translation>
    </message>
    <message>
        <source>The prompt holds a NUL character.</source>
        <translation>В запросе есть символ NUL.</translation>
    </message>
    <message>
        <source>%1 of %2 submitted</source>
        <translation>Отправлено %1 из %2</translation>
    </message>
    <message>
        <source>The rate limit is reached. Try again in %1.</source>
        <translation>Предел частоты достигнут. Повторите через %1.</translation>
    </message>
    <message>
        <source>The rate limit has room again: you can submit now.</source>
        <translation>Предел частоты снова позволяет: можно отправлять.</translation>
    </message>
    <message>
        <source> per second</source>
        <translation> в секунду</translation>
    </message>
</context>
<context>
    <name>pult::pages::TestJobsPage</name>
    <message>
        <source>The jobs that you submit appear here, with their progress and result.</source>
        <translation>Здесь появятся отправленные вами задания, их ход и результат.</translation>
    </message>
    <message>
        <source>Test jobs of this session</source>
        <translation>Пробные задания этого сеанса</translation>
    </message>
</context>
<context>
    <name>pult::pages::TestResultPanel</name>
    <message>
        <source>Select a job to see its result.</source>
        <translation>Выберите задание, чтобы увидеть результат.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A sticker file looks the same each time.</source>
        <translation>Файл стикера каждый раз выглядит одинаково.</translation>
    </message>
</context>
<context>
    <name>pult::pages::TuningPage</name>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>Ничего не изменено. %1</translation>
    </message>
    <message>
        <source>The settings could not be loaded. %1</source>
        <translation>Не удалось загрузить настройки. %1</translation>
    </message>
    <message>
        <source>Back to revision %1</source>
        <translation>Назад к ревизии %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Вернуть</translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n changes are valid.</source>
        <translation>
            <numerusform>Проверено: %n изменение верно.</numerusform>
            <numerusform>Проверено: %n изменения верны.</numerusform>
            <numerusform>Проверено: %n изменений верны.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them need a restart.</source>
        <translation>
            <numerusform>%n из них требует перезапуска.</numerusform>
            <numerusform>%n из них требуют перезапуска.</numerusform>
            <numerusform>%n из них требуют перезапуска.</numerusform>
        </translation>
    </message>
    <message>
        <source>These values are in the configuration already.</source>
        <translation>Эти значения уже в конфигурации.</translation>
    </message>
    <message>
        <source>Applied as revision %1: %2</source>
        <translation>Применено как ревизия %1: %2</translation>
    </message>
    <message>
        <source>%1 (revision %2): %3</source>
        <translation>%1 (ревизия %2): %3</translation>
    </message>
    <message>
        <source>Somebody else changed the configuration meanwhile. Your changes are kept and stand against the new values.</source>
        <translation>Тем временем конфигурацию изменил кто-то другой. Ваши изменения сохранены и сравниваются с новыми значениями.</translation>
    </message>
    <message>
        <source>Undo the change</source>
        <translation>Вернуть как было</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Load the settings again</source>
        <translation>Загрузить настройки снова</translation>
    </message>
    <message>
        <source>The advice for %1 users at once waits among the pending changes. %2</source>
        <translation>Совет для %1 одновременных пользователей ждёт среди изменений. %2</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Настройка</translation>
    </message>
</context>
<context>
    <name>pult::shell::About</name>
    <message>
        <source>About Pult</source>
        <translation>О программе Pult</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Pult %1&lt;/h3&gt;&lt;p&gt;A control desk for generation services.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Built on Qt %2.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Pult %1&lt;/h3&gt;&lt;p&gt;Пульт управления сервисами генерации.&lt;/p&gt;&lt;p&gt;Свободная программа под GNU General Public License версии 3 или новее. Построена на Qt %2.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>pult::shell::Header</name>
    <message>
        <source>queue %1</source>
        <translation>очередь %1</translation>
    </message>
    <message>
        <source>%1/%2 slots</source>
        <translation>%1/%2 слотов</translation>
    </message>
    <message>
        <source>Demo traffic</source>
        <translation>Учебная нагрузка</translation>
    </message>
    <message>
        <source>A built-in client sends the load that you see</source>
        <translation>Видимую нагрузку создаёт встроенный клиент</translation>
    </message>
    <message>
        <source>The newest figures are from %1 (%2)</source>
        <translation>Новейшие данные от %1 (%2)</translation>
    </message>
</context>
<context>
    <name>pult::shell::HelpDialog</name>
    <message>
        <source>How to</source>
        <translation>Как сделать</translation>
    </message>
    <message>
        <source>Connect to a service: &lt;b&gt;Add a service…&lt;/b&gt; below the list; address, token, &lt;b&gt;Test connection&lt;/b&gt;, &lt;b&gt;Connect&lt;/b&gt;.</source>
        <translation>Подключиться к сервису: &lt;b&gt;Добавить сервис…&lt;/b&gt; под списком; адрес, токен, &lt;b&gt;Проверить связь&lt;/b&gt;, &lt;b&gt;Подключить&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Look around without a service of your own: menu &lt;b&gt;Service&lt;/b&gt;, &lt;b&gt;Start the built-in service&lt;/b&gt;.</source>
        <translation>Осмотреться без своего сервиса: меню &lt;b&gt;Сервис&lt;/b&gt;, &lt;b&gt;Запустить встроенный сервис&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>See why a service is not healthy: hold the pointer over its status in the header.</source>
        <translation>Узнать, почему сервис неисправен: наведите указатель на его состояние в заголовке.</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Графики</translation>
    </message>
    <message>
        <source>Move the pointer over one: every chart of the page shows that moment, and the legends show the values.</source>
        <translation>Наведите указатель на график: все графики страницы покажут этот момент, а легенды значения.</translation>
    </message>
    <message>
        <source>Click a legend entry to hide its line.</source>
        <translation>Щёлкните запись легенды, чтобы скрыть её линию.</translation>
    </message>
    <message>
        <source>Right click to copy as image, or to export as PNG or CSV.</source>
        <translation>Правая кнопка: копировать как изображение, сохранить как PNG или CSV.</translation>
    </message>
    <message>
        <source>Flags on the upper edge mark changes of the configuration, restarts and lost connections; a gap in a line means that there are no data.</source>
        <translation>Флажки у верхнего края отмечают изменения конфигурации, перезапуски и потери связи; разрыв линии значит, что данных нет.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>&lt;b&gt;F5&lt;/b&gt;: ask the service now; &lt;b&gt;Space&lt;/b&gt;: pause the charts</source>
        <translation>&lt;b&gt;F5&lt;/b&gt;: спросить сервис сейчас; &lt;b&gt;Пробел&lt;/b&gt;: остановить графики</translation>
    </message>
    <message>
        <source>&lt;b&gt;Tab&lt;/b&gt;: the next control; &lt;b&gt;F1&lt;/b&gt;: this help; &lt;b&gt;Ctrl+Q&lt;/b&gt;: quit</source>
        <translation>&lt;b&gt;Tab&lt;/b&gt;: следующий элемент; &lt;b&gt;F1&lt;/b&gt;: эта справка; &lt;b&gt;Ctrl+Q&lt;/b&gt;: выход</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Rename, edit or remove a service, or open it in a new window: right click in the list. Drag it to another place.</source>
        <translation>Переименовать, изменить или убрать сервис или открыть его в новом окне: правый щелчок в списке. Перетащите его на другое место.</translation>
    </message>
    <message>
        <source>Drag to zoom, turn the wheel to zoom time, with Shift to move in it; double click to return.</source>
        <translation>Выделите мышью, чтобы приблизить; колесо меняет масштаб времени, с Shift сдвигает его; двойной щелчок возвращает.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Left, Right&lt;/b&gt; in a chart: move the crosshair; &lt;b&gt;+, −&lt;/b&gt;: zoom; &lt;b&gt;Page up, Page down&lt;/b&gt;: earlier, later; &lt;b&gt;Esc&lt;/b&gt;: back</source>
        <translation>&lt;b&gt;Влево, Вправо&lt;/b&gt; на графике: двигать перекрестие; &lt;b&gt;+, −&lt;/b&gt;: масштаб; &lt;b&gt;Page Up, Page Down&lt;/b&gt;: раньше, позже; &lt;b&gt;Esc&lt;/b&gt;: назад</translation>
    </message>
    <message>
        <source>Watch an exporter&apos;s metrics, or numbers of a JSON document: &lt;b&gt;Add a service…&lt;/b&gt;, choose &lt;b&gt;What is there&lt;/b&gt;, &lt;b&gt;Test connection&lt;/b&gt;.</source>
        <translation>Наблюдать метрики экспортёра или числа из документа JSON: &lt;b&gt;Добавить сервис…&lt;/b&gt;, выберите &lt;b&gt;Что там&lt;/b&gt;, &lt;b&gt;Проверить связь&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Draw anything that a service measures: &lt;b&gt;Explore&lt;/b&gt;, type words of a name or a label, &lt;b&gt;Enter&lt;/b&gt;. &lt;b&gt;Pin to the dashboard&lt;/b&gt; keeps the chart.</source>
        <translation>Нарисовать всё, что измеряет сервис: &lt;b&gt;Ряды&lt;/b&gt;, слова из имени или метки, &lt;b&gt;Enter&lt;/b&gt;. &lt;b&gt;Закрепить на панели&lt;/b&gt; сохраняет график.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Ctrl+1 … Ctrl+6&lt;/b&gt;: the pages; &lt;b&gt;Ctrl+K&lt;/b&gt;: find a page, a service, a setting or a job</source>
        <translation>&lt;b&gt;Ctrl+1 … Ctrl+6&lt;/b&gt;: страницы; &lt;b&gt;Ctrl+K&lt;/b&gt;: найти страницу, сервис, настройку или задание</translation>
    </message>
    <message>
        <source>Take what is kept of a service elsewhere: menu &lt;b&gt;Service&lt;/b&gt;, &lt;b&gt;Export history…&lt;/b&gt;, for Prometheus and what reads OpenMetrics.</source>
        <translation>Перенести накопленное о сервисе: меню &lt;b&gt;Сервис&lt;/b&gt;, &lt;b&gt;Выгрузить историю…&lt;/b&gt;, для Prometheus и всего, что читает OpenMetrics.</translation>
    </message>
</context>
<context>
    <name>pult::shell::HistoryMenu</name>
    <message>
        <source>Keep less history</source>
        <translation>Хранить меньше истории</translation>
    </message>
    <message>
        <source>The oldest samples of every service that exceed the new limit are removed for good.</source>
        <translation>Самые старые измерения каждого сервиса сверх нового предела будут удалены безвозвратно.</translation>
    </message>
    <message>
        <source>Keep less</source>
        <translation>Хранить меньше</translation>
    </message>
</context>
<context>
    <name>pult::shell::MainWindow</name>
    <message>
        <source>Remove a service</source>
        <translation>Убрать сервис</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Убрать %1</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Built-in service</source>
        <translation>Встроенный сервис</translation>
    </message>
    <message>
        <source>Stop the &amp;built-in service</source>
        <translation>Остановить &amp;встроенный сервис</translation>
    </message>
    <message>
        <source>Start the &amp;built-in service</source>
        <translation>Запустить &amp;встроенный сервис</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Remove %1 from this list? Its token and its history are forgotten; the service itself goes on.</source>
        <translation>Убрать %1 из списка? Его токен и история будут забыты; сам сервис продолжит работу.</translation>
    </message>
</context>
<context>
    <name>pult::shell::QuickFinder</name>
    <message>
        <source>Go to</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>Что найти</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>A page, a service, a setting or a job</source>
        <translation>Страница, сервис, настройка или задание</translation>
    </message>
</context>
<context>
    <name>pult::shell::Sidebar</name>
    <message>
        <source>Rename or edit…</source>
        <translation>Переименовать или изменить…</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>Убрать из списка…</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Сервисы</translation>
    </message>
    <message>
        <source>Add a service…</source>
        <translation>Добавить сервис…</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Добавить сервис</translation>
    </message>
    <message>
        <source>Open in a new window</source>
        <translation>Открыть в новом окне</translation>
    </message>
</context>
<context>
    <name>pult::shell::Welcome</name>
    <message>
        <source>No service yet</source>
        <translation>Пока нет ни одного сервиса</translation>
    </message>
    <message>
        <source>Pult watches, tests and tunes generation services. Start the one that comes with it to look around: it runs on this computer and ends with this window. Or connect to yours, with its address and a token.</source>
        <translation>Pult наблюдает за сервисами генерации, проверяет и настраивает их. Чтобы осмотреться, запустите встроенный: он работает на этом компьютере и закончится вместе с окном. Или подключитесь к своему по адресу и токену.</translation>
    </message>
    <message>
        <source>Starting the built-in service…</source>
        <translation>Встроенный сервис запускается…</translation>
    </message>
    <message>
        <source>Start the built-in service</source>
        <translation>Запустить встроенный сервис</translation>
    </message>
    <message>
        <source>Connect to a service…</source>
        <translation>Подключиться к сервису…</translation>
    </message>
    <message>
        <source>Connect to a service</source>
        <translation>Подключение к сервису</translation>
    </message>
    <message>
        <source>Waiting for another console to end…</source>
        <translation>Ожидание, пока закроется другая консоль…</translation>
    </message>
</context>
<context>
    <name>pult::widgets::ChartLegend</name>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Видео</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Стикер</translation>
    </message>
    <message>
        <source>Text slots</source>
        <translation>Слоты: текст</translation>
    </message>
    <message>
        <source>Image slots</source>
        <translation>Слоты: картинки</translation>
    </message>
    <message>
        <source>Video slots</source>
        <translation>Слоты: видео</translation>
    </message>
    <message>
        <source>Sticker slots</source>
        <translation>Слоты: стикеры</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Хранилище</translation>
    </message>
    <message>
        <source>Store readers</source>
        <translation>Чтение хранилища</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Поставщик</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Соединения</translation>
    </message>
    <message>
        <source>CPU processes</source>
        <translation>Процессы CPU</translation>
    </message>
</context>
<context>
    <name>pult::widgets::ChartView</name>
    <message>
        <source>Export as PNG</source>
        <translation>Сохранить как PNG</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Сохранить как CSV</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <translation>Копировать как изображение</translation>
    </message>
    <message>
        <source>Export as PNG…</source>
        <translation>Сохранить как PNG…</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Сохранить как CSV…</translation>
    </message>
    <message>
        <source>Not saved to %1: %2</source>
        <translation>Не сохранено в %1: %2</translation>
    </message>
</context>
<context>
    <name>pult::widgets::LegendEntry</name>
    <message>
        <source>Click to hide or show %1</source>
        <translation>Щёлкните, чтобы скрыть или показать: %1</translation>
    </message>
</context>
<context>
    <name>pult::widgets::ServiceStatus</name>
    <message>
        <source>Healthy</source>
        <translation>Исправен</translation>
    </message>
    <message>
        <source>Every check passes</source>
        <translation>Все проверки пройдены</translation>
    </message>
    <message>
        <source>Strained</source>
        <translation>Перегружен</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Подключение…</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Access refused</source>
        <translation>В доступе отказано</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выключен</translation>
    </message>
    <message>
        <source>The figures are from %1.</source>
        <translation>Данные от %1.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Следующая попытка в %1.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Отвечает</translation>
    </message>
</context>
<context>
    <name>pult::widgets::Tile</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>%1, target %2 missed</source>
        <translation>%1, цель %2 не достигнута</translation>
    </message>
    <message>
        <source>%1, out of date</source>
        <translation>%1, данные устарели</translation>
    </message>
</context>
<context>
    <name>pult::widgets::TimeRangeBar</name>
    <message>
        <source>Show the last %1</source>
        <translation>Показать последние %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Pause the charts</source>
        <translation>Остановить графики</translation>
    </message>
    <message>
        <source>Hold the charts still (Space)</source>
        <translation>Остановить графики (Пробел)</translation>
    </message>
    <message>
        <source>Back to live range</source>
        <translation>Вернуться к текущему</translation>
    </message>
</context>
<context>
    <name>pult::widgets::TraceTitles</name>
    <message>
        <source>rate</source>
        <translation>скорость</translation>
    </message>
    <message>
        <source>increase</source>
        <translation>прирост</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>наибольшее</translation>
    </message>
</context>
</TS>
