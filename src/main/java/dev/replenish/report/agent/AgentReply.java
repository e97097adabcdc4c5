package dev.replenish.report.agent;

/**
 * A result told to an agent, as short as it goes (docs/reference/mcp.md).
 *
 * @param json one JSON object: what the agent needs and nothing else
 * @param text the same in a few lines; titles are between « and », as nothing else is
 */
public record AgentReply(String json, String text) {}
