package dev.replenish.report;

import dev.replenish.settings.Setting;
import java.util.List;
import java.util.Optional;

/** Shows every setting, its value and where the value comes from. */
public final class ConfigView implements View<List<Setting>> {
  @Override
  public void text(List<Setting> settings, Text text) {
    int keys = 0;
    int values = 0;
    for (Setting setting : settings) {
      keys = Math.max(keys, setting.key().word().length());
      values = Math.max(values, Columns.of(TerminalText.line(setting.value())));
    }
    for (Setting setting : settings) {
      boolean isDefault = setting.place() == Setting.Place.DEFAULT;
      text.data().column(setting.key().word(), keys + 2).column(setting.value(), values + 2);
      text.data().put(isDefault ? TextColor.DIM : TextColor.PLACE, setting.origin()).end();
    }
  }

  @Override
  public void json(Optional<String> board, Optional<List<Setting>> settings, Json json) {
    json.objects("settings", settings.orElse(List.of()), ConfigView::fields);
  }

  private static void fields(Setting setting, Json json) {
    json.field("key", setting.key().word()).field("value", setting.value());
    json.field("place", setting.place().word()).field("origin", setting.origin());
    json.field("meaning", setting.key().meaning());
  }
}
